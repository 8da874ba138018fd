package dev.fieldcert.slack.quiz;

import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.item.ReportItem;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Handles reports that a question is wrong or unclear, and claims that an answer was right. */
@Component
class ReportListener implements SlackHandler {

    private final ReportItem reportItem;
    private final OutboxRelay delivery;
    private final SlackSender slack;

    ReportListener(ReportItem reportItem, OutboxRelay delivery, SlackSender slack) {
        this.reportItem = reportItem;
        this.delivery = delivery;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.blockAction(
                ReportMessages.OFF,
                click ->
                        slack.openModal(click.triggerId(), ReportMessages.form(AnswerButton.fromValue(click.value()))));
        router.viewSubmission(ReportMessages.OFF, this::isOff);
        router.blockAction(ReportMessages.CLAIM, this::wasRight);
    }

    private SubmissionResponse isOff(ViewSubmission form) {
        AnswerButton about = AnswerButton.fromValue(form.metadata());
        Optional<ItemReported.Kind> what = form.input(ReportMessages.WHAT)
                .flatMap(code -> Arrays.stream(ItemReported.Kind.values())
                        .filter(kind -> kind != ItemReported.Kind.ANSWER_WAS_RIGHT)
                        .filter(kind -> kind.code().equals(code))
                        .findFirst());
        if (what.isEmpty()) {
            return SubmissionResponse.error(ReportMessages.WHAT, "Choose what’s wrong.");
        }
        var reported = reportItem.isOff(
                form.person(),
                about.attempt(),
                about.index(),
                what.get(),
                form.input(ReportMessages.WORDS).orElse(""));
        return ReportMessages.problem(reported.result())
                .map(problem -> SubmissionResponse.error(
                        reported.result() instanceof ReportItem.Outcome.TooLong
                                ? ReportMessages.WORDS
                                : ReportMessages.WHAT,
                        problem))
                .orElseGet(() -> SubmissionResponse.next(ReportMessages.sent(), () -> delivery.deliver(reported)));
    }

    private void wasRight(BlockAction click) {
        AnswerButton about = AnswerButton.fromValue(click.value());
        var reported = reportItem.wasRight(click.person(), about.attempt(), about.index());
        slack.respondEphemeral(click, ReportMessages.claimed(reported.result()));
        delivery.deliver(reported);
    }
}
