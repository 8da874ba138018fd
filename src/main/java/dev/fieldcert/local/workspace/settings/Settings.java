package dev.fieldcert.local.workspace.settings;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The settings of a local workspace.
 *
 * @param botEvents where the bot receives events, commands and clicks; empty until the bot listens
 * @param botToken the token the Web API accepts
 * @param appToken the token {@code apps.connections.open} accepts
 * @param signingSecret the secret that signs deliveries
 * @param port the port to listen on; 0 for any free one
 * @param data the folder for what survives a restart; empty to keep everything in memory
 * @param clock the workspace's clock, for timestamps, signatures, and when triggers and response URLs expire
 * @param page whether the page for people is served
 * @param defaultCast whether people and channels for the page are created when the workspace is empty
 * @param timeTravel the clock that the page's buttons move; empty if it cannot be moved
 * @param commands the slash commands that the composer completes
 * @param ackBudget how long the bot has to acknowledge; Slack gives three seconds
 * @param retryTimer runs the repeated deliveries of an event that was not acknowledged
 * @param escapeCommands whether names in a command's text become {@code <@U…|name>}, as in the app's setting in Slack
 * @param messagesTab whether the app's Messages tab is on; if it is off, the bot's direct messages are refused
 * @param botIsReady whether the page may be used; until then, it says that the bot is starting
 * @param echoOwnMessages whether the bot receives events about its own direct messages, as in Slack's {@code
 *     message.im}
 */
public record Settings(
        Optional<URI> botEvents,
        String botToken,
        String appToken,
        String signingSecret,
        int port,
        Optional<Path> data,
        Clock clock,
        boolean page,
        boolean defaultCast,
        Optional<TimeTravel> timeTravel,
        List<Command> commands,
        Duration ackBudget,
        RetryTimer retryTimer,
        boolean escapeCommands,
        boolean messagesTab,
        boolean echoOwnMessages,
        BooleanSupplier botIsReady) {

    /**
     * A slash command as the composer completes it. List a command once per subcommand to explain each, as in {@code
     * ("/cert", "next", "the next card")}, or once with all of them, as in {@code ("/cert", "next | help", "…")}.
     */
    public record Command(String name, String usageHint, String description) {}

    /** Settings for a workspace in memory, on a free port, without the page, and with new random secrets. */
    public static Settings inMemory(Clock clock) {
        return new Settings(
                Optional.empty(),
                "xoxb-local-" + secret(),
                "xapp-local-" + secret(),
                secret(),
                0,
                Optional.empty(),
                clock,
                false,
                false,
                Optional.empty(),
                List.of(),
                Duration.ofSeconds(3),
                RetryTimer.realTime(),
                true,
                true,
                true,
                () -> true);
    }

    /** These settings with the page and its default people. */
    public Settings withPage(List<Command> known, Optional<TimeTravel> travel) {
        return with(next -> {
            next.page = true;
            next.defaultCast = true;
            next.timeTravel = travel;
            next.commands = known;
        });
    }

    public Settings withPort(int number) {
        return with(next -> next.port = number);
    }

    public Settings withData(Path folder) {
        return with(next -> next.data = Optional.of(folder));
    }

    public Settings withBotEvents(URI url) {
        return with(next -> next.botEvents = Optional.of(url));
    }

    /** These settings with secrets that another process knows. */
    public Settings withSecrets(String bot, String app, String signing) {
        return with(next -> {
            next.botToken = bot;
            next.appToken = app;
            next.signingSecret = signing;
        });
    }

    public Settings withAckBudget(Duration budget) {
        return with(next -> next.ackBudget = budget);
    }

    public Settings withRetryTimer(RetryTimer timer) {
        return with(next -> next.retryTimer = timer);
    }

    public Settings withEscapedCommands(boolean escaped) {
        return with(next -> next.escapeCommands = escaped);
    }

    public Settings withMessagesTab(boolean on) {
        return with(next -> next.messagesTab = on);
    }

    public Settings withEchoOfOwnMessages(boolean on) {
        return with(next -> next.echoOwnMessages = on);
    }

    public Settings withBotReadyWhen(BooleanSupplier ready) {
        return with(next -> next.botIsReady = ready);
    }

    /** A copy of these settings with the change applied. */
    private Settings with(Consumer<Draft> change) {
        Draft next = new Draft(this);
        change.accept(next);
        return next.done();
    }

    /** A builder for changed settings. */
    private static final class Draft {

        private final Clock clock;
        private Optional<URI> botEvents;
        private String botToken;
        private String appToken;
        private String signingSecret;
        private int port;
        private Optional<Path> data;
        private boolean page;
        private boolean defaultCast;
        private Optional<TimeTravel> timeTravel;
        private List<Command> commands;
        private Duration ackBudget;
        private RetryTimer retryTimer;
        private boolean escapeCommands;
        private boolean messagesTab;
        private boolean echoOwnMessages;
        private BooleanSupplier botIsReady;

        Draft(Settings before) {
            this.clock = before.clock;
            this.botEvents = before.botEvents;
            this.botToken = before.botToken;
            this.appToken = before.appToken;
            this.signingSecret = before.signingSecret;
            this.port = before.port;
            this.data = before.data;
            this.page = before.page;
            this.defaultCast = before.defaultCast;
            this.timeTravel = before.timeTravel;
            this.commands = before.commands;
            this.ackBudget = before.ackBudget;
            this.retryTimer = before.retryTimer;
            this.escapeCommands = before.escapeCommands;
            this.messagesTab = before.messagesTab;
            this.echoOwnMessages = before.echoOwnMessages;
            this.botIsReady = before.botIsReady;
        }

        Settings done() {
            return new Settings(
                    botEvents,
                    botToken,
                    appToken,
                    signingSecret,
                    port,
                    data,
                    clock,
                    page,
                    defaultCast,
                    timeTravel,
                    commands,
                    ackBudget,
                    retryTimer,
                    escapeCommands,
                    messagesTab,
                    echoOwnMessages,
                    botIsReady);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
