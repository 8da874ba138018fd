package dev.fieldcert.slack.assignment;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.submission.SubmitAssignment;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the rubric of an assignment, and takes submissions. */
@Component
class AssignmentListener implements SlackHandler {

    private final Programs programs;
    private final SubmitAssignment submitAssignment;
    private final OutboxRelay delivery;
    private final SlackSender slack;

    AssignmentListener(Programs programs, SubmitAssignment submitAssignment, OutboxRelay delivery, SlackSender slack) {
        this.programs = programs;
        this.submitAssignment = submitAssignment;
        this.delivery = delivery;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.blockAction("hand-in", this::open);
        router.blockAction("rubric", this::rubric);
        router.viewSubmission(AssignmentMessages.FORM, this::submitted);
    }

    private void open(BlockAction click) {
        Optional<Objective> objective = objective(click.value());
        if (objective.isEmpty()) {
            slack.respondEphemeral(click, AssignmentMessages.notThere());
            return;
        }
        slack.openModal(click.triggerId(), AssignmentMessages.form(objective.get(), click.value()));
    }

    private void rubric(BlockAction click) {
        Optional<Objective> objective = objective(click.value());
        if (objective.isEmpty()) {
            slack.respondEphemeral(click, AssignmentMessages.notThere());
            return;
        }
        slack.openModal(click.triggerId(), AssignmentMessages.rubric(objective.get()));
    }

    private Optional<Objective> objective(String value) {
        String[] parts = value.split("\\|", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a hand-in button's value");
        }
        return programs.current()
                .course(parts[0])
                .flatMap(course -> course.objective(parts[1]))
                .filter(objective -> objective.assignment().isPresent());
    }

    private SubmissionResponse submitted(ViewSubmission form) {
        String text = form.input(AssignmentMessages.TEXT).orElse("");
        String link = form.input(AssignmentMessages.LINK).orElse("");
        var files = form.files().getOrDefault(AssignmentMessages.FILES, java.util.List.of());
        if (text.isEmpty() && link.isEmpty() && files.isEmpty()) {
            return SubmissionResponse.error(AssignmentMessages.TEXT, "Add your work as text, a link, or a file.");
        }
        if (!link.isEmpty() && !link.matches("https?://\\S{3,2000}")) {
            return SubmissionResponse.error(AssignmentMessages.LINK, "A link starts with https:// or http://.");
        }
        String[] parts = form.metadata().split("\\|", 2);
        var submitted = submitAssignment.submit(form.person(), parts[0], parts[1], form.viewId(), text, link, files);
        return SubmissionResponse.done(() -> {
            var outcome = submitted.result();
            if (outcome instanceof SubmitAssignment.Outcome.Again) {
                slack.post(slack.dmWith(form.person()), AssignmentMessages.again(), null);
            } else if (outcome instanceof SubmitAssignment.Outcome.AlreadyApproved) {
                slack.post(slack.dmWith(form.person()), AssignmentMessages.approved(), null);
            } else if (outcome instanceof SubmitAssignment.Outcome.NotThere) {
                slack.post(slack.dmWith(form.person()), AssignmentMessages.notThere(), null);
            }
            delivery.deliver(submitted);
        });
    }
}
