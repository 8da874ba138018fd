package dev.fieldcert.slack;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds who answers to a typed word; whatever nobody answers to gets the help, not silence. */
@Component
class Commands {

    static final String LEARNER = "/cert";
    static final String ADMIN = "/cert-admin";

    private final SlackSender slack;
    private final People people;
    private Routes routes;

    Commands(SlackSender slack, People people) {
        this.slack = slack;
        this.people = people;
    }

    void know(Routes routes) {
        this.routes = routes;
    }

    /** A slash command. */
    void run(String command, Said said) {
        if (command.equals(ADMIN)) {
            admin(said);
            return;
        }
        people.seen(said.person());
        String[] parts = split(said.words());
        String word = parts[0].isEmpty() ? "status" : parts[0];
        routes.word(word)
                .ifPresentOrElse(
                        known -> known.handler().accept(said.with(parts[1])),
                        () -> slack.reply(said, HelpMessages.unknown(parts[0], LEARNER, routes.words())));
    }

    /** A message in the DM: a word, the answer to an open question, or something we do not understand. */
    void hear(Said said) {
        people.seen(said.person());
        if (!understands(said)) {
            slack.reply(said, HelpMessages.unknown(spoken(said)[0], "", routes.words()));
        }
    }

    /** A file in the DM: the words beside it count as ever, and the file is not met with silence. */
    void hearWithFile(Said said) {
        people.seen(said.person());
        if (!said.words().isBlank()) {
            understands(said);
        }
        slack.reply(said, HelpMessages.file());
    }

    /** Does what a word stands for, or takes an answer; false when it is neither. */
    private boolean understands(Said said) {
        String[] parts = spoken(said);
        Optional<Routes.Word> word = routes.word(parts[0]);
        boolean exact = word.isPresent()
                && (parts[1].isEmpty() || !word.get().usage().equals(word.get().name()));
        if (exact) {
            word.get().handler().accept(said.with(parts[1]));
            return true;
        }
        return routes.typed().test(said);
    }

    /** The word and the rest, whether or not the command stands before them. */
    private static String[] spoken(Said said) {
        String[] parts = split(said.words());
        return parts[0].equals("cert") || parts[0].equals(LEARNER) ? split(parts[1]) : parts;
    }

    private void admin(Said said) {
        if (!people.isAdmin(said.person())) {
            if (people.isAuthor(said.person())) {
                author(said);
            } else {
                slack.reply(said, HelpMessages.onlyForAdmins());
            }
            return;
        }
        String[] parts = split(said.words());
        String word = parts[0].isEmpty() ? "help" : parts[0];
        routes.adminWord(word)
                .ifPresentOrElse(
                        known -> known.handler().accept(said.with(parts[1])),
                        () -> slack.reply(said, HelpMessages.unknown(parts[0], ADMIN, routes.adminWords())));
    }

    private void author(Said said) {
        String[] parts = split(said.words());
        routes.authorWord(parts[0])
                .ifPresentOrElse(
                        known -> known.handler().accept(said.with(parts[1])),
                        () -> slack.reply(said, HelpMessages.help(ADMIN, routes.authorWords())));
    }

    private static String[] split(String words) {
        String stripped = words.strip();
        int space = 0;
        while (space < stripped.length() && !Character.isWhitespace(stripped.charAt(space))) {
            space++;
        }
        return new String[] {
            stripped.substring(0, space).toLowerCase(Locale.ROOT),
            stripped.substring(space).strip()
        };
    }
}
