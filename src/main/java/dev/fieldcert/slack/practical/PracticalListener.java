package dev.fieldcert.slack.practical;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Programs;
import dev.fieldcert.learner.SubmitPractical;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.SlackSender;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Handing in. */
@Component
class PracticalListener implements Conversation {

    private final Programs programs;
    private final SubmitPractical submitPractical;
    private final OwedDelivery delivery;
    private final SlackSender slack;

    PracticalListener(
            Programs programs, SubmitPractical submitPractical, OwedDelivery delivery, SlackSender slack) {
        this.programs = programs;
        this.submitPractical = submitPractical;
        this.delivery = delivery;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.click("hand-in", this::open);
        routes.form(PracticalMessages.FORM, this::submitted);
    }

    private void open(Click click) {
        Optional<Objective> objective = objective(click.value());
        if (objective.isEmpty()) {
            slack.whisper(click, PracticalMessages.notThere());
            return;
        }
        slack.openModal(click.triggerId(), PracticalMessages.form(objective.get(), click.value()));
    }

    private Optional<Objective> objective(String value) {
        String[] parts = value.split("\\|", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a hand-in button's value");
        }
        return programs
                .current()
                .course(parts[0])
                .flatMap(course -> course.objective(parts[1]))
                .filter(objective -> objective.practical().isPresent());
    }

    private FormReply submitted(Form form) {
        String text = form.input(PracticalMessages.TEXT).orElse("");
        String link = form.input(PracticalMessages.LINK).orElse("");
        var files = form.files().getOrDefault(PracticalMessages.FILES, java.util.List.of());
        if (text.isEmpty() && link.isEmpty() && files.isEmpty()) {
            return FormReply.error(PracticalMessages.TEXT, "Give your work as text, a link or a file.");
        }
        if (!link.isEmpty() && !link.matches("https?://\\S{3,2000}")) {
            return FormReply.error(PracticalMessages.LINK, "A link begins with https:// or http://.");
        }
        String[] parts = form.metadata().split("\\|", 2);
        var submitted = submitPractical.submit(form.person(), parts[0], parts[1], form.viewId(), text, link, files);
        return FormReply.done(() -> {
            var outcome = submitted.result();
            if (outcome instanceof SubmitPractical.Outcome.Again) {
                slack.post(slack.dmWith(form.person()), PracticalMessages.again(), null);
            } else if (outcome instanceof SubmitPractical.Outcome.AlreadyApproved) {
                slack.post(slack.dmWith(form.person()), PracticalMessages.approved(), null);
            } else if (outcome instanceof SubmitPractical.Outcome.NotThere) {
                slack.post(slack.dmWith(form.person()), PracticalMessages.notThere(), null);
            }
            delivery.deliver(submitted);
        });
    }
}
