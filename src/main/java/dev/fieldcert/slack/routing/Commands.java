package dev.fieldcert.slack.routing;

import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the handler of a typed command; replies to unknown words with the help text. */
@Component
public class Commands {

    public static final String LEARNER = "/cert";
    public static final String ADMIN = "/cert-admin";

    private final SlackSender slack;
    private final People people;
    private Router router;

    Commands(SlackSender slack, People people) {
        this.slack = slack;
        this.people = people;
    }

    public void know(Router router) {
        this.router = router;
        router.blockAction(HelpMessages.MEANT, this::meant);
    }

    /** Handles a slash command. */
    public void run(String command, TextCommand typed) {
        if (command.equals(ADMIN)) {
            admin(typed);
            return;
        }
        people.seen(typed.person());
        String[] parts = split(typed.words());
        String word = parts[0].isEmpty() ? "status" : parts[0];
        router.subcommand(word)
                .ifPresentOrElse(
                        known -> known.handler().accept(typed.with(parts[1])),
                        () -> noCommand(typed, parts[0], LEARNER));
    }

    /**
     * Handles a message in the DM: a subcommand, the answer to an open question, a question about the lessons, or none
     * of these.
     */
    public void hear(TextCommand typed) {
        people.seen(typed.person());
        if (!understands(typed)) {
            noCommand(typed, spoken(typed)[0], "");
        }
    }

    /** Handles text that is not a subcommand: an alias, a typo, or a question to look up in the lessons. */
    private void noCommand(TextCommand typed, String word, String command) {
        List<String> names =
                router.subcommands().stream().map(Router.Subcommand::name).toList();
        Optional<CommandWords.Meaning> meaning = CommandWords.of(typed.words(), names);
        if (meaning.isPresent()) {
            understood(typed, meaning.get());
        } else if (!router.question().test(typed)) {
            slack.reply(typed, HelpMessages.unknown(word, command, router.subcommands()));
        }
    }

    private void understood(TextCommand typed, CommandWords.Meaning meaning) {
        if (meaning instanceof CommandWords.Meaning.Command command) {
            router.subcommand(command.name()).ifPresent(known -> known.handler().accept(typed.with("")));
        } else if (meaning instanceof CommandWords.Meaning.Nearly nearly) {
            slack.reply(typed, HelpMessages.didYouMean(nearly.command()));
        } else if (meaning instanceof CommandWords.Meaning.Away) {
            slack.reply(typed, HelpMessages.didYouMeanAway());
        } else {
            slack.reply(typed, HelpMessages.youAreWelcome());
        }
    }

    /** Handles the button under “Did you mean …?”. */
    private void meant(BlockAction click) {
        String channel = click.place() == null ? "" : click.place().channel();
        run(LEARNER, new TextCommand(click.person(), channel, click.value(), click.responseUrl(), click.triggerId()));
    }

    /** Handles a file in the DM: the text sent with it counts as usual, and the file gets its own reply. */
    public void hearWithFile(TextCommand typed) {
        people.seen(typed.person());
        if (!typed.words().isBlank()) {
            understands(typed);
        }
        slack.reply(typed, HelpMessages.file());
    }

    /** Runs a subcommand or passes on an answer. Returns false if the text is neither. */
    private boolean understands(TextCommand typed) {
        String[] parts = spoken(typed);
        Optional<Router.Subcommand> word = router.subcommand(parts[0]);
        boolean exact = word.isPresent()
                && (parts[1].isEmpty() || !word.get().usage().equals(word.get().name()));
        if (exact) {
            word.get().handler().accept(typed.with(parts[1]));
            return true;
        }
        return router.typed().test(typed);
    }

    /** Splits the subcommand from the rest of the text; a leading {@code cert} or {@code /cert} is dropped. */
    private static String[] spoken(TextCommand typed) {
        String[] parts = split(typed.words());
        return parts[0].equals("cert") || parts[0].equals(LEARNER) ? split(parts[1]) : parts;
    }

    private void admin(TextCommand typed) {
        if (!people.isAdmin(typed.person())) {
            if (people.isAuthor(typed.person())) {
                author(typed);
            } else {
                slack.reply(typed, HelpMessages.onlyForAdmins());
            }
            return;
        }
        String[] parts = split(typed.words());
        String word = parts[0].isEmpty() ? "help" : parts[0];
        router.adminSubcommand(word)
                .ifPresentOrElse(
                        known -> known.handler().accept(typed.with(parts[1])),
                        () -> slack.reply(typed, HelpMessages.unknown(parts[0], ADMIN, router.adminSubcommands())));
    }

    private void author(TextCommand typed) {
        String[] parts = split(typed.words());
        router.authorSubcommand(parts[0])
                .ifPresentOrElse(
                        known -> known.handler().accept(typed.with(parts[1])),
                        () -> slack.reply(typed, HelpMessages.help(ADMIN, router.authorSubcommands())));
    }

    private static String[] split(String words) {
        String stripped = words.strip();
        int space = 0;
        while (space < stripped.length() && !Character.isWhitespace(stripped.charAt(space))) {
            space++;
        }
        return new String[] {
            withoutPoint(americanSpelling(stripped.substring(0, space).toLowerCase(Locale.ROOT))),
            stripped.substring(space).strip()
        };
    }

    /** Removes punctuation at the end: a phone turns two spaces into a period, and some people type sentences. */
    private static String withoutPoint(String subcommand) {
        return subcommand.replaceFirst("(?<=\\p{L})[.!,]+$", "");
    }

    /** Converts {@code enrol} and {@code programme} to their American spelling. */
    private static String americanSpelling(String subcommand) {
        return subcommand.replaceFirst("enrol(?!l)", "enroll").replace("programme", "program");
    }
}
