package dev.fieldcert.slack.lesson;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.learner.assessment.StartAttempt;
import dev.fieldcert.learner.lesson.OpenLesson;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.quiz.StartMessages;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Shows a lesson card by card. */
@Component
class LessonListener implements SlackHandler {

    private final Programs programs;
    private final OpenLesson openLesson;
    private final StartAttempt startAttempt;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;

    LessonListener(
            Programs programs,
            OpenLesson openLesson,
            StartAttempt startAttempt,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.programs = programs;
        this.openLesson = openLesson;
        this.startAttempt = startAttempt;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.blockAction("card", click -> show(click, click.place()));
        router.blockAction("reread", click -> show(click, null));
        router.blockAction("ready", this::ready);
        router.blockAction("sources", this::sources);
    }

    private void sources(BlockAction click) {
        CardButton button = CardButton.fromValue(click.value());
        slack.respondEphemeral(
                click,
                programs.current()
                        .course(button.course())
                        .flatMap(course -> course.objective(button.objective()))
                        .map(LessonMessages::sources)
                        .orElseGet(LessonMessages::notThere));
    }

    private void show(BlockAction click, MessageRef place) {
        CardButton button = CardButton.fromValue(click.value());
        var shown = openLesson.open(click.person(), button.course(), button.objective(), button.card(), place);
        if (shown.result() instanceof OpenLesson.Outcome.NotThere) {
            slack.respondEphemeral(click, LessonMessages.notThere());
        }
        delivery.deliver(shown);
    }

    private void ready(BlockAction click) {
        CardButton button = CardButton.fromValue(click.value());
        var started = startAttempt.practice(
                click.person(), button.course(), button.objective(), button.card(), click.place());
        StartMessages.tell(
                        started.result(),
                        When.in(
                                started.learner().profile().zone(),
                                started.learner().profile().locale(),
                                clock.instant()))
                .ifPresent(message -> slack.respondEphemeral(click, message));
        delivery.deliver(started);
    }
}
