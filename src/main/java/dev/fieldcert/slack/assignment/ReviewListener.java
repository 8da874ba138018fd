package dev.fieldcert.slack.assignment;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.learner.submission.ReviewSubmission;
import dev.fieldcert.learner.submission.ReviewSubmission.Look;
import dev.fieldcert.learner.submission.ReviewSubmission.Outcome;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.team.Reviewers;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Handles reviews of assignments. Checks the right to review when the modal opens and again when it is submitted. */
@Component
class ReviewListener implements SlackHandler {

    static final String OPEN = "review-work";
    /** Action id of a button inside a modal; the review replaces that modal's content. */
    static final String HERE = "review-work:here";

    private static final Logger LOG = LoggerFactory.getLogger(ReviewListener.class);

    private final ReviewSubmission reviewSubmission;
    private final AssignmentRenderer screens;
    private final Reviewers reviewers;
    private final People people;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final SlackFiles files;

    ReviewListener(
            ReviewSubmission reviewSubmission,
            AssignmentRenderer screens,
            Reviewers reviewers,
            People people,
            OutboxRelay delivery,
            SlackSender slack,
            SlackFiles files) {
        this.reviewSubmission = reviewSubmission;
        this.screens = screens;
        this.reviewers = reviewers;
        this.people = people;
        this.delivery = delivery;
        this.slack = slack;
        this.files = files;
    }

    @Override
    public void register(Router router) {
        router.blockAction(OPEN, this::open);
        router.viewSubmission(ReviewForm.ID, this::submitted);
    }

    private void open(BlockAction click) {
        boolean here = click.actionId().equals(HERE) && click.viewId() != null;
        String view = here ? click.viewId() : slack.openModalNow(click.triggerId(), ReviewForm.loading());
        Look look = reviewSubmission.look(click.person(), click.value(), rights(click.person()));
        if (look instanceof Look.Ready ready) {
            MessageRef card = click.ephemeral() ? null : click.place();
            slack.updateModal(
                    view,
                    ReviewForm.rubric(
                            ready, files(ready.work().files()), new ReviewForm.Metadata(click.value(), card)));
        } else if (look instanceof Look.Refused refused) {
            slack.updateModal(view, ReviewForm.refused(refused.why()));
        }
    }

    private Predicate<Learner> rights(String person) {
        return reviewers.mayReview(person, people::isAdmin);
    }

    /** The files' names, as links where Slack returns one; the id of a file that Slack does not find. */
    private List<String> files(List<String> ids) {
        return ids.stream().map(this::file).toList();
    }

    private String file(String id) {
        try {
            var file = files.file(id);
            return "📎 "
                    + (file.permalink() == null
                            ? Mrkdwn.escape(file.name())
                            : Mrkdwn.link(file.permalink(), file.name()));
        } catch (SlackFailure failure) {
            LOG.warn("File not found file={} error={}", id, failure.error());
            return "📎 File " + Mrkdwn.escape(id);
        }
    }

    private SubmissionResponse submitted(ViewSubmission form) {
        ReviewForm.Metadata metadata = ReviewForm.Metadata.fromText(form.metadata());
        var reviewed = reviewSubmission.review(
                form.person(),
                metadata.submission(),
                rights(form.person()),
                ReviewForm.marks(form),
                ReviewForm.comments(form),
                ReviewForm.approves(form));
        if (reviewed.isEmpty()) {
            return ReviewForm.reply(new Outcome.NotThere());
        }
        Outcome outcome = reviewed.get().result();
        if (outcome instanceof Outcome.Approved approved) {
            return SubmissionResponse.done(() -> {
                delivery.deliver(reviewed.get());
                confirm(form.person(), metadata, true, approved.points());
            });
        }
        if (outcome instanceof Outcome.Returned returned) {
            return SubmissionResponse.done(() -> {
                delivery.deliver(reviewed.get());
                confirm(form.person(), metadata, false, returned.points());
            });
        }
        delivery.deliver(reviewed.get());
        return ReviewForm.reply(outcome);
    }

    /**
     * Replaces the card with the decision if it is in the reviewer's own DM. Otherwise leaves it in place and posts
     * the decision in the DM.
     */
    private void confirm(String reviewer, ReviewForm.Metadata metadata, boolean approved, int points) {
        String dm = slack.dmWith(reviewer);
        SlackMessage done =
                screens.done(metadata.submission(), approved, points).orElseThrow();
        if (metadata.card() != null && metadata.card().channel().equals(dm)) {
            slack.replaceOrTell(metadata.card(), reviewer, done);
        } else {
            slack.post(dm, done, null);
        }
    }
}
