package dev.fieldcert.slack.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.slack.inbound.SignedRequest;
import dev.fieldcert.slack.webapi.AppScope;
import dev.fieldcert.slack.webapi.BareCalls;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * The command {@code check-slack}, which checks an installation and its Slack app. It changes nothing and does not
 * start the bot.
 */
public final class CheckSlack {

    public static final String NAME = "check-slack";
    private static final String USAGE = "Usage: check-slack [--wait <seconds>]";
    /**
     * The largest difference that passes the check. Slack's requests are refused once the clocks differ by more than
     * five minutes.
     */
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(1);

    private static final int PAGE = 200;

    private final Installation installation;
    private final BareCalls slack;
    private final Clock clock;
    private final Findings findings;

    CheckSlack(Installation installation, Clock clock, PrintStream out) {
        this.installation = installation;
        this.slack = new BareCalls(installation.apiUrl(), installation.timeout());
        this.clock = clock;
        this.findings = new Findings(out);
    }

    /**
     * The configuration to check.
     *
     * @param listen the address at which the bot receives Slack's requests
     * @param patience how long to wait there for a request; zero to skip that check
     */
    record Installation(
            String apiUrl,
            String botToken,
            String appToken,
            String signingSecret,
            String badgeChannel,
            String feedbackChannel,
            Duration timeout,
            InetSocketAddress listen,
            Duration patience) {

        static Installation of(Environment environment, Duration wait) {
            String address = environment.getProperty("server.address", "");
            int port = environment.getProperty("server.port", Integer.class, 8080);
            return new Installation(
                    environment.getProperty("fieldcert.slack.api-url", ""),
                    environment.getProperty("fieldcert.slack.bot-token", ""),
                    environment.getProperty("fieldcert.slack.app-token", ""),
                    environment.getProperty("fieldcert.slack.signing-secret", ""),
                    environment.getProperty("fieldcert.slack.badge-channel", ""),
                    environment.getProperty("fieldcert.slack.feedback-channel", ""),
                    Duration.ofSeconds(20),
                    address.isBlank() ? new InetSocketAddress(port) : new InetSocketAddress(address, port),
                    wait);
        }
    }

    /**
     * @return the exit code: 0 if no problem was found, 1 if something has to be fixed, 2 if the arguments are invalid
     */
    public static int run(String[] args, Environment environment, PrintStream out) {
        if (args.length == 1) {
            return new CheckSlack(Installation.of(environment, Duration.ofMinutes(1)), Clock.systemUTC(), out).run();
        }
        if (args.length == 3 && args[1].equals("--wait") && args[2].matches("\\d{1,4}")) {
            Duration wait = Duration.ofSeconds(Integer.parseInt(args[2]));
            return new CheckSlack(Installation.of(environment, wait), Clock.systemUTC(), out).run();
        }
        out.println(USAGE);
        return 2;
    }

    int run() {
        try {
            new ScreensCheck(slack).run(findings);
            if (installation.botToken().isEmpty()) {
                findings.skipped(
                        "Everything else", "SLACK_BOT_TOKEN is not set, and the local workspace does not need Slack");
                return findings.sum();
            }
            if (token()) {
                channel("Badges", installation.badgeChannel(), "FIELDCERT_BADGE_CHANNEL");
                channel("Feedback", installation.feedbackChannel(), "FIELDCERT_FEEDBACK_CHANNEL");
            }
            if (installation.appToken().isEmpty()) {
                signingSecret();
            } else {
                socketMode();
            }
        } catch (BareCalls.NotReached notReached) {
            findings.bad(
                    "Slack could not be reached: " + notReached.getMessage(),
                    "The bot needs https to slack.com. Allow it in the firewall or proxy, and check again.");
        }
        return findings.sum();
    }

    /** @return whether Slack accepts the token */
    private boolean token() {
        BareCalls.Answer me = slack.call("auth.test", installation.botToken(), Map.of());
        me.date().ifPresent(this::clock);
        if (!me.isOk()) {
            findings.bad(
                    "Slack rejects SLACK_BOT_TOKEN: " + me.error(),
                    "Copy the Bot User OAuth Token (xoxb-…) from the app's page at api.slack.com/apps, OAuth & Permissions;"
                            + " install the app to the workspace first.");
            return false;
        }
        findings.good("The token belongs to " + me.text("user") + " in " + me.text("team"));
        me.scopes()
                .ifPresentOrElse(
                        this::scopes, () -> findings.skipped("The scopes", "Slack did not say what the token may do"));
        return true;
    }

    private void clock(Instant slacks) {
        Duration ahead = Duration.between(slacks, clock.instant());
        if (ahead.abs().compareTo(CLOCKS_MAY_DIFFER) <= 0) {
            findings.good("The clock agrees with Slack's");
            return;
        }
        findings.bad(
                "The clock is %d seconds %s Slack's"
                        .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of"),
                "If they differ by five minutes, all of Slack's requests are refused. "
                        + "Set the clock by NTP (timedatectl set-ntp true).");
    }

    private void scopes(List<String> granted) {
        boolean all = true;
        for (AppScope scope : AppScope.values()) {
            if (granted.contains(scope.code())) {
                continue;
            }
            all = false;
            String add =
                    "Add it under OAuth & Permissions (or recreate the app from the manifest), and reinstall the app.";
            scope.without()
                    .ifPresentOrElse(
                            without ->
                                    findings.less("Without the optional scope " + scope.code() + ": " + without, add),
                            () -> findings.bad("The scope " + scope.code() + " is missing", add));
        }
        if (all) {
            findings.good("The token has every scope in the manifest");
        }
    }

    private void channel(String what, String configured, String variable) {
        String name = configured.startsWith("#") ? configured.substring(1) : configured;
        if (name.isEmpty()) {
            findings.skipped(what, variable + " names no channel");
            return;
        }
        Optional<JsonObject> found = name.matches("[CG][A-Z0-9]{6,}") ? byId(name) : byName(name);
        if (found.isEmpty()) {
            findings.bad(
                    what + ": there is no channel " + configured + " that the bot can see",
                    "Create it, or set " + variable
                            + " to another channel. For a private channel, use its ID and invite the bot.");
        } else if (!flag(found.get(), "is_member")) {
            findings.bad(what + ": the bot is not in #" + name, "Type /invite @FieldCert in that channel.");
        } else {
            findings.good(what + " go to #" + name + ", and the bot is in it");
        }
    }

    private Optional<JsonObject> byId(String id) {
        BareCalls.Answer answer = slack.call("conversations.info", installation.botToken(), Map.of("channel", id));
        return Optional.ofNullable(answer.body().getAsJsonObject("channel"));
    }

    private Optional<JsonObject> byName(String name) {
        String cursor = "";
        do {
            Map<String, String> arguments = new HashMap<>(Map.of("limit", "" + PAGE, "exclude_archived", "true"));
            if (!cursor.isEmpty()) {
                arguments.put("cursor", cursor);
            }
            BareCalls.Answer page = slack.call("conversations.list", installation.botToken(), arguments);
            Optional<JsonObject> found = objects(page.body().get("channels")).stream()
                    .filter(channel -> name.equalsIgnoreCase(text(channel, "name")))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            JsonObject metadata = page.body().getAsJsonObject("response_metadata");
            cursor = metadata == null ? "" : text(metadata, "next_cursor");
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    private void socketMode() {
        BareCalls.Answer answer = slack.call("apps.connections.open", installation.appToken(), Map.of());
        if (answer.isOk()) {
            findings.good("Socket Mode is on, and the app token may connect");
        } else {
            findings.bad(
                    "Slack rejects SLACK_APP_TOKEN: " + answer.error(),
                    "Turn on Socket Mode on the app's page, and create an app-level token (xapp-…) with connections:write.");
        }
    }

    private void signingSecret() {
        String what = "The signing secret";
        if (installation.signingSecret().isEmpty()) {
            findings.bad(
                    "SLACK_SIGNING_SECRET is not set",
                    "Copy it from the app's page, Basic Information; or set SLACK_APP_TOKEN for Socket Mode.");
            return;
        }
        if (installation.patience().isZero()) {
            findings.skipped(what, "the check did not wait for a request");
            return;
        }
        findings.note("Now type /cert help in Slack. Waiting for it on port %d for %d seconds …"
                .formatted(
                        installation.listen().getPort(), installation.patience().toSeconds()));
        switch (SignedRequest.await(
                installation.listen(), installation.signingSecret(), clock, installation.patience())) {
            case RIGHT -> findings.good("The signing secret is right: Slack's request arrived, signed with it");
            case OTHER_SECRET ->
                findings.bad(
                        "A request arrived, but it was signed with another secret",
                        "Copy this app's Signing Secret (not the Client Secret) from Basic Information.");
            case OTHER_TIME ->
                findings.bad(
                        "A request arrived, but its time is off by five minutes or more",
                        "Set this machine's clock by NTP.");
            case NONE ->
                findings.bad(
                        "No request from Slack arrived",
                        "Slack must reach /slack/events at the address in the app's settings, and that address must "
                                + "lead to this port.");
            case PORT_TAKEN ->
                findings.skipped(
                        what,
                        "a bot is already listening on that port, and its log says what the first request showed");
        }
    }

    private static List<JsonObject> objects(JsonElement array) {
        List<JsonObject> objects = new ArrayList<>();
        if (array instanceof JsonArray elements) {
            elements.forEach(element -> objects.add(element.getAsJsonObject()));
        }
        return objects;
    }

    private static String text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static boolean flag(JsonObject object, String field) {
        return text(object, field).equals("true");
    }
}
