package dev.fieldcert.slack.admin.record;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Changes to one learner's record: {@code unenroll}, {@code attempt}, {@code due}, {@code excuse}, {@code cohort}. */
@Component
class RecordListener implements SlackHandler {

    private static final String UNENROLL = "unenroll @user <path|course> [reason]";
    private static final String ATTEMPT = "attempt @user <course> [reason]";
    private static final String DUE = "due @user <path|course> <2027-03-31|none> [reason]";
    private static final String EXCUSE = "excuse @user <course> <objective> <reason>";
    private static final String COHORT = "cohort @user <name|none>";

    private final RecipientResolver recipientResolver;
    private final RecordMenus menus;
    private final Programs programs;
    private final EnrollLearner enrollLearner;
    private final UnenrollChange unenroll;
    private final AttemptChange attempt;
    private final DueChange due;
    private final ExcuseChange excuse;
    private final CohortChange cohort;
    private final AdminAuthorization gate;
    private final SlackSender slack;

    RecordListener(
            RecipientResolver recipientResolver,
            RecordMenus menus,
            Programs programs,
            EnrollLearner enrollLearner,
            UnenrollChange unenroll,
            AttemptChange attempt,
            DueChange due,
            ExcuseChange excuse,
            CohortChange cohort,
            AdminAuthorization gate,
            SlackSender slack) {
        this.recipientResolver = recipientResolver;
        this.menus = menus;
        this.programs = programs;
        this.enrollLearner = enrollLearner;
        this.unenroll = unenroll;
        this.attempt = attempt;
        this.due = due;
        this.excuse = excuse;
        this.cohort = cohort;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand(
                "unenroll", UNENROLL, "take somebody out of a path or a course", gate.word(this::unenroll));
        router.adminSubcommand("attempt", ATTEMPT, "one more attempt at a course's check", gate.word(this::attempt));
        router.adminSubcommand("due", DUE, "move a due date", gate.word(this::due));
        router.adminSubcommand(
                "excuse", EXCUSE, "let somebody off an objective, with a reason", gate.word(this::excuse));
        router.adminSubcommand("cohort", COHORT, "put somebody into a cohort", gate.word(this::cohort));
    }

    /** Whom a command is about, and the words after the name. */
    private record Subject(String person, List<String> words, String rest) {

        /** Everything from this word on. */
        String from(int index) {
            return String.join(" ", words.subList(Math.min(index, words.size()), words.size()));
        }
    }

    private Subject learner(TextCommand command, String usage, int atLeast) {
        Mention.Leading named = Mention.leading(command.words());
        String person = recipientResolver.onePerson(named.mentions(), usage);
        List<String> words =
                named.rest().isEmpty() ? List.of() : List.of(named.rest().split("\\s+"));
        if (words.size() < atLeast) {
            throw new CommandException("Something is missing: `/cert-admin " + Mrkdwn.escape(usage) + "`."
                    + (named.rest().isEmpty()
                            ? ""
                            : " After the name I understood " + Sentences.quoted(named.rest()) + ".")
                    + " Nothing was changed.");
        }
        menus.learner(person);
        return new Subject(person, words, named.rest());
    }

    private String target(String word) {
        Program program = programs.current();
        return enrollLearner
                .targetFor(word)
                .orElseThrow(() -> new CommandException("I know no path or course called " + Sentences.quoted(word)
                        + ". These there are:\n" + Sentences.targets(program) + "\nNothing was changed."));
    }

    private Course course(String word) {
        return programs.current()
                .course(target(word))
                .orElseThrow(() -> new CommandException(
                        Sentences.quoted(word) + " is a path; name one of its courses. Nothing was changed."));
    }

    private void unenroll(TextCommand command) {
        Subject subject = learner(command, UNENROLL, 1);
        String word = subject.words().get(0);
        boolean lost = menus.learner(subject.person()).course(word).isPresent();
        answer(
                command,
                unenroll.unenroll(subject.person(), lost ? word : target(word), command.person(), subject.from(1)));
    }

    private void attempt(TextCommand command) {
        Subject subject = learner(command, ATTEMPT, 1);
        Course course = course(subject.words().get(0));
        answer(command, attempt.grant(subject.person(), course.id(), command.person(), subject.from(1)));
    }

    private void due(TextCommand command) {
        Subject subject = learner(command, DUE, 2);
        String target = target(subject.words().get(0));
        String date = subject.words().get(1);
        LocalDate day = date.toLowerCase(Locale.ROOT).equals("none") ? null : due.day(date);
        answer(command, due.move(subject.person(), target, day, command.person(), subject.from(2)));
    }

    private void excuse(TextCommand command) {
        Subject subject = learner(command, EXCUSE, 2);
        Course course = course(subject.words().get(0));
        String word = subject.words().get(1);
        Objective objective = course.objective(word.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> new CommandException("*" + Mrkdwn.escape(course.title()) + "* has no objective called "
                                + Sentences.quoted(word) + ". It has:\n" + Sentences.objectives(course)
                                + "\nNothing was changed."));
        answer(
                command,
                excuse.excuse(subject.person(), course.id(), objective.id(), command.person(), subject.from(2)));
    }

    private void cohort(TextCommand command) {
        Subject subject = learner(command, COHORT, 1);
        String name = subject.rest();
        answer(
                command,
                cohort.choose(
                        subject.person(),
                        name.toLowerCase(Locale.ROOT).equals("none") ? null : name,
                        command.person()));
    }

    private void answer(TextCommand command, CommandResult commandResult) {
        commandResult.answer(words -> slack.reply(command, words));
    }
}
