package dev.fieldcert.slack.admin;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.curriculum.Programmes;
import dev.fieldcert.learner.ChooseCohort;
import dev.fieldcert.learner.EnrolLearner;
import dev.fieldcert.learner.ExcuseObjective;
import dev.fieldcert.learner.GrantAttempt;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.MoveDueDate;
import dev.fieldcert.learner.Unenrol;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackSender;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Changes to one learner's record: {@code unenrol}, {@code attempt}, {@code due}, {@code excuse}, {@code cohort}. */
@Component
class RecordListener implements Conversation {

    private static final String UNENROL = "unenrol @user <path|course> [reason]";
    private static final String ATTEMPT = "attempt @user <course> [reason]";
    private static final String DUE = "due @user <path|course> <2027-03-31|none> [reason]";
    private static final String EXCUSE = "excuse @user <course> <objective> <reason>";
    private static final String COHORT = "cohort @user <name|none>";

    private final Crowds crowds;
    private final Learners learners;
    private final Programmes programmes;
    private final EnrolLearner enrolLearner;
    private final Unenrol unenrol;
    private final GrantAttempt grantAttempt;
    private final MoveDueDate moveDueDate;
    private final ExcuseObjective excuseObjective;
    private final ChooseCohort chooseCohort;
    private final OwedDelivery delivery;
    private final AdminGate gate;
    private final SlackSender slack;
    private final Clock clock;

    RecordListener(
            Crowds crowds,
            Learners learners,
            Programmes programmes,
            EnrolLearner enrolLearner,
            Unenrol unenrol,
            GrantAttempt grantAttempt,
            MoveDueDate moveDueDate,
            ExcuseObjective excuseObjective,
            ChooseCohort chooseCohort,
            OwedDelivery delivery,
            AdminGate gate,
            SlackSender slack,
            Clock clock) {
        this.crowds = crowds;
        this.learners = learners;
        this.programmes = programmes;
        this.enrolLearner = enrolLearner;
        this.unenrol = unenrol;
        this.grantAttempt = grantAttempt;
        this.moveDueDate = moveDueDate;
        this.excuseObjective = excuseObjective;
        this.chooseCohort = chooseCohort;
        this.delivery = delivery;
        this.gate = gate;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord("unenrol", UNENROL, "take somebody out of a path or a course", gate.word(this::unenrol));
        routes.adminWord("attempt", ATTEMPT, "one more attempt at a course's check", gate.word(this::attempt));
        routes.adminWord("due", DUE, "move a due date", gate.word(this::due));
        routes.adminWord("excuse", EXCUSE, "let somebody off an objective, with a reason", gate.word(this::excuse));
        routes.adminWord("cohort", COHORT, "put somebody into a cohort", gate.word(this::cohort));
    }

    /** Whom a command is about, and the words after the name. */
    private record Subject(String person, List<String> words, String rest) {

        /** Everything from this word on. */
        String from(int index) {
            return String.join(" ", words.subList(Math.min(index, words.size()), words.size()));
        }
    }

    private Subject learner(Said said, String usage, int atLeast) {
        Mention.Leading named = Mention.leading(said.words());
        String person = crowds.onePerson(named.mentions(), usage);
        List<String> words =
                named.rest().isEmpty() ? List.of() : List.of(named.rest().split("\\s+"));
        if (words.size() < atLeast) {
            throw new NotUnderstood("Something is missing: `/cert-admin " + Mrkdwn.escape(usage) + "`."
                    + (named.rest().isEmpty()
                            ? ""
                            : " After the name I understood " + Sentences.quoted(named.rest()) + ".")
                    + " Nothing was changed.");
        }
        // Whoever is no learner would become one by being changed.
        if (learners.find(person).filter(Learner::hasAnything).isEmpty()) {
            throw new NotUnderstood(Mrkdwn.person(person) + " is enrolled in nothing, so there is nothing to change.");
        }
        return new Subject(person, words, named.rest());
    }

    private String target(String word) {
        Programme programme = programmes.current();
        return enrolLearner
                .targetFor(word)
                .orElseThrow(() -> new NotUnderstood("I know no path or course called " + Sentences.quoted(word)
                        + ". These there are:\n" + Sentences.targets(programme) + "\nNothing was changed."));
    }

    private Course course(String word) {
        return programmes
                .current()
                .course(target(word))
                .orElseThrow(() -> new NotUnderstood(
                        Sentences.quoted(word) + " is a path; name one of its courses. Nothing was changed."));
    }

    private void unenrol(Said said) {
        Subject subject = learner(said, UNENROL, 1);
        String word = subject.words().get(0);
        boolean lost = learners.find(subject.person())
                .filter(learner -> learner.course(word).isPresent())
                .isPresent();
        String target = lost ? word : target(word);
        var left = unenrol.unenrol(subject.person(), target, said.person(), subject.from(1));
        slack.reply(said, RecordMessages.unenrolled(left.result(), subject.person(), title(target)));
        delivery.deliver(left);
    }

    private void attempt(Said said) {
        Subject subject = learner(said, ATTEMPT, 1);
        Course course = course(subject.words().get(0));
        var granted = grantAttempt.grant(subject.person(), course.id(), said.person(), subject.from(1));
        slack.reply(said, RecordMessages.granted(granted.result(), subject.person(), course.title(), clock.instant()));
        delivery.deliver(granted);
    }

    private void due(Said said) {
        Subject subject = learner(said, DUE, 2);
        String target = target(subject.words().get(0));
        String date = subject.words().get(1);
        LocalDate due = date.toLowerCase(Locale.ROOT).equals("none") ? null : Due.read(date, clock.instant());
        var moved = moveDueDate.move(subject.person(), target, due, said.person(), subject.from(2));
        slack.reply(said, RecordMessages.moved(moved.result(), subject.person(), title(target), due));
        delivery.deliver(moved);
    }

    private void excuse(Said said) {
        Subject subject = learner(said, EXCUSE, 2);
        Course course = course(subject.words().get(0));
        String word = subject.words().get(1);
        Objective objective = course.objective(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new NotUnderstood("*" + Mrkdwn.escape(course.title()) + "* has no objective called "
                        + Sentences.quoted(word) + ". It has:\n" + RecordMessages.objectives(course)
                        + "\nNothing was changed."));
        var excused =
                excuseObjective.excuse(subject.person(), course.id(), objective.id(), said.person(), subject.from(2));
        slack.reply(
                said, RecordMessages.excused(excused.result(), subject.person(), course.title(), objective.title()));
        delivery.deliver(excused);
    }

    private void cohort(Said said) {
        Subject subject = learner(said, COHORT, 1);
        String name = subject.rest();
        if (name.length() > ChooseCohort.LONGEST_NAME) {
            throw new NotUnderstood("A cohort's name has at most " + ChooseCohort.LONGEST_NAME
                    + " characters; this has " + name.length() + ". Nothing was changed.");
        }
        String cohort = name.toLowerCase(Locale.ROOT).equals("none") ? null : name;
        var chosen = chooseCohort.choose(subject.person(), cohort, said.person(), "", true);
        slack.reply(said, RecordMessages.cohort(chosen.result(), subject.person(), cohort));
        delivery.deliver(chosen);
    }

    private String title(String target) {
        return Sentences.title(programmes.current(), target);
    }
}
