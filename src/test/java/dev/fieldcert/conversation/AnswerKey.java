package dev.fieldcert.conversation;

import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import java.util.Comparator;
import java.util.Optional;

/** Looks up which question a person has open, and answers it with the controls that stand before them. */
public final class AnswerKey {

    private final Programs programs;
    private final Learners learners;

    public AnswerKey(Programs programs, Learners learners) {
        this.programs = programs;
        this.learners = learners;
    }

    /** The running attempt; of several, the one touched last; else the question about something earned. */
    public Optional<Attempt> attempt(String person) {
        Learner learner = learners.find(person).orElseThrow();
        return learner.courses().stream()
                .filter(course -> course.attempt().isPresent())
                .max(Comparator.comparing(CourseProgress::touchedAt))
                .flatMap(CourseProgress::attempt)
                .or(learner::retrieval);
    }

    /** Whether the person still has the last answer's mark before them, and asks for the next question when done. */
    private boolean readsGrading(String person, Attempt attempt) {
        return learners.find(person)
                .flatMap(learner -> learner.course(attempt.course()))
                .filter(CourseProgress::readsGrading)
                .isPresent();
    }

    /** Answers the open question, rightly or wrongly as told. */
    public void answer(String person, Controls controls, boolean right) {
        Attempt attempt = attempt(person).orElseThrow(() -> new AssertionError(person + " has no question open"));
        if (readsGrading(person, attempt)) {
            controls.clicks("Next question");
        }
        Attempt.Item item = attempt.items().get(attempt.position());
        question(attempt, item).match(new AnsweringHand(controls, item.seed(), right));
    }

    /** Answers until the run is over. */
    public void finish(String person, Controls controls, boolean right) {
        while (attempt(person).isPresent()) {
            answer(person, controls, right);
        }
    }

    /** How many lessons a course has. */
    public int lessons(String course) {
        return programs.current().course(course).orElseThrow().objectives().size();
    }

    private Question question(Attempt attempt, Attempt.Item item) {
        return programs.version(attempt.version())
                .flatMap(version -> version.question(attempt.course(), item.question()))
                .orElseThrow();
    }
}
