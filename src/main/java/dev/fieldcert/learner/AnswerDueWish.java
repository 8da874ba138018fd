package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Programs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** A learner asked for a later due date: it is moved, or it stays; the learner hears either. */
@Service
public class AnswerDueWish {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Learners learners;
    private final Programs programs;
    private final AuditTrail audit;
    private final Clock clock;

    AnswerDueWish(Learners learners, Programs programs, AuditTrail audit, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.audit = audit;
        this.clock = clock;
    }

    public sealed interface Outcome {

        record Moved(LocalDate to) implements Outcome {}

        record Stays(LocalDate due) implements Outcome {}

        /** Answered before, never asked, or overtaken: finished, left, or moved by somebody else. */
        record Settled() implements Outcome {}

        /** Neither their manager nor an admin, or the learner themself; it was noted that they tried. */
        record NotTheirs() implements Outcome {}
    }

    /** A wish as it was asked. */
    public record Wish(String learner, String course, LocalDate due, LocalDate wanted) {}

    /** @param mayDecide whether {@code by} may decide about this learner; asked at the moment of the change */
    public Learners.Changed<Outcome> answer(Wish wish, String by, Predicate<Learner> mayDecide, boolean agree) {
        if (learners.find(wish.learner()).isEmpty()) {
            return new Learners.Changed<>(new Outcome.Settled(), new Learner(wish.learner()), Optional.empty());
        }
        Learners.Changed<Outcome> answered = learners.change(
                wish.learner(),
                learner -> by.equals(learner.id()) || !mayDecide.test(learner)
                        ? new Outcome.NotTheirs()
                        : answer(learner, wish, by, agree));
        if (answered.result() instanceof Outcome.NotTheirs) {
            audit.note(wish.learner(), by, "refused: due date of " + wish.course(), "neither manager nor admin");
        }
        return answered;
    }

    private Outcome answer(Learner learner, Wish wish, String by, boolean agree) {
        String asked = AskForLaterDue.asked(wish.course(), wish.due());
        String answered = asked + ":answered";
        if (!learner.isDue(wish.course(), wish.due())
                || !learner.contact.said().contains(asked)
                || learner.contact.said().contains(answered)) {
            return new Outcome.Settled();
        }
        Instant now = clock.instant();
        LocalDate due = agree ? wish.wanted() : wish.due();
        if (agree) {
            learner.courses.get(wish.course()).due = due;
        } else {
            learner.contact = learner.contact.remembering(answered);
        }
        Audits.note(
                learner,
                by,
                "due date of " + wish.course() + (agree ? " moved to " : " stays ") + due,
                "the learner asked for " + wish.wanted(),
                now);
        learner.oweUnasked(
                new Saying.Changed(
                        "“" + title(wish.course()) + "” " + (agree ? "is now due on " : "stays due on ")
                                + DATE.format(due) + ".",
                        null,
                        by),
                now);
        learner.lookAgain(now);
        return agree ? new Outcome.Moved(due) : new Outcome.Stays(due);
    }

    private String title(String course) {
        return programs.current().course(course).map(Course::title).orElse(course);
    }
}
