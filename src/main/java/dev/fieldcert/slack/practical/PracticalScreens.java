package dev.fieldcert.slack.practical;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Programs;
import dev.fieldcert.learner.Fact;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Saying;
import dev.fieldcert.slack.SlackMessage;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up the work a message is about, at the version of the rubric it was handed in for. */
@Component
public class PracticalScreens {

    private final Learners learners;
    private final Programs programs;

    PracticalScreens(Learners learners, Programs programs) {
        this.learners = learners;
        this.programs = programs;
    }

    private interface Say {
        SlackMessage say(Course course, Objective objective, Fact.HandedIn work);
    }

    private Optional<SlackMessage> of(String handInId, Say say) {
        return learners.handIn(handInId)
                .flatMap(work -> programs
                        .version(work.version())
                        .flatMap(version -> version.course(work.course()))
                        .flatMap(course ->
                                course.objective(work.objective()).map(objective -> say.say(course, objective, work))));
    }

    public Optional<SlackMessage> reviewAsked(Saying.ReviewAsked saying, Learner learner) {
        return of(
                saying.handIn(),
                (course, objective, work) -> ReviewMessages.asked(
                        learner.id(), course, objective, work, saying.again(), escalation(saying)));
    }

    /** Why this reviewer is asked, when they are not the first. */
    private Optional<Fact.Escalated> escalation(Saying.ReviewAsked saying) {
        return learners.escalation(saying.handIn())
                .filter(escalated -> Objects.equals(escalated.to(), saying.reviewer()));
    }

    Optional<SlackMessage> done(String handInId, boolean approved, int points) {
        return of(
                handInId,
                (course, objective, work) -> ReviewMessages.done(work.learner(), objective, work, approved, points));
    }

    public Optional<SlackMessage> reviewed(Saying.Reviewed saying, Learner learner) {
        return learners.review(saying.handIn())
                .flatMap(review -> of(
                        saying.handIn(),
                        (course, objective, work) -> PracticalMessages.reviewed(course, objective, review)));
    }
}
