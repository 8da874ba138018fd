package dev.fieldcert.slack.lesson;

import dev.fieldcert.learner.OpenLesson;
import dev.fieldcert.learner.Saying.Place;
import dev.fieldcert.learner.StartAttempt;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.When;
import dev.fieldcert.slack.quiz.StartMessages;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reading a lesson, card by card. */
@Component
class LessonListener implements Conversation {

    private final OpenLesson openLesson;
    private final StartAttempt startAttempt;
    private final OwedDelivery delivery;
    private final SlackSender slack;
    private final Clock clock;

    LessonListener(
            OpenLesson openLesson, StartAttempt startAttempt, OwedDelivery delivery, SlackSender slack, Clock clock) {
        this.openLesson = openLesson;
        this.startAttempt = startAttempt;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.click("card", click -> show(click, click.place()));
        routes.click("reread", click -> show(click, null));
        routes.click("ready", this::ready);
    }

    private void show(Click click, Place place) {
        CardButton button = CardButton.fromValue(click.value());
        var shown = openLesson.open(click.person(), button.course(), button.objective(), button.card(), place);
        if (shown.result() instanceof OpenLesson.Outcome.NotThere) {
            slack.whisper(click, LessonMessages.notThere());
        }
        delivery.deliver(shown);
    }

    private void ready(Click click) {
        CardButton button = CardButton.fromValue(click.value());
        var started = startAttempt.practice(
                click.person(), button.course(), button.objective(), button.card(), click.place());
        StartMessages.tell(started.result(), When.in(started.learner().profile().zone(), clock.instant()))
                .ifPresent(message -> slack.whisper(click, message));
        delivery.deliver(started);
    }
}
