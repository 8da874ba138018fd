package dev.fieldcert.slack.assignment;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Renders the messages about a submission, with the version of the rubric under which it was submitted. */
@Component
public class AssignmentRenderer {

    private final Learners learners;
    private final Programs programs;

    AssignmentRenderer(Learners learners, Programs programs) {
        this.learners = learners;
        this.programs = programs;
    }

    private interface Say {
        SlackMessage say(Course course, Objective objective, LearnerEvent.Submitted work);
    }

    private Optional<SlackMessage> of(String submissionId, Say say) {
        return learners.submission(submissionId)
                .flatMap(work -> programs.version(work.version())
                        .flatMap(version -> version.course(work.course()))
                        .flatMap(course ->
                                course.objective(work.objective()).map(objective -> say.say(course, objective, work))));
    }

    public Optional<SlackMessage> reviewAsked(Notification.ReviewAsked notification, Learner learner) {
        return of(
                notification.submission(),
                (course, objective, work) -> ReviewMessages.asked(
                        learner.id(), course, objective, work, notification.again(), escalation(notification)));
    }

    /** Why the request went to this reviewer instead of the first one; empty if this reviewer is the first. */
    private Optional<LearnerEvent.Escalated> escalation(Notification.ReviewAsked notification) {
        return learners.escalation(notification.submission())
                .filter(escalated -> Objects.equals(escalated.to(), notification.reviewer()));
    }

    Optional<SlackMessage> done(String submissionId, boolean approved, int points) {
        return of(
                submissionId,
                (course, objective, work) -> ReviewMessages.done(work.learner(), objective, work, approved, points));
    }

    public Optional<SlackMessage> reviewed(Notification.Reviewed notification, Learner learner) {
        return learners.review(notification.submission())
                .flatMap(review -> of(
                        notification.submission(),
                        (course, objective, work) -> AssignmentMessages.reviewed(course, objective, review)));
    }
}
