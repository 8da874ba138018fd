package dev.fieldcert.slack.quiz;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import dev.fieldcert.learner.assessment.StartAttempt.Outcome;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.util.Optional;

/** Why an attempt was not started. */
public final class StartMessages {

    private StartMessages() {}

    /** Returns empty if the attempt was started, because its first question is then sent. */
    public static Optional<SlackMessage> tell(Outcome outcome, When when) {
        if (outcome instanceof Outcome.Started) {
            return Optional.empty();
        }
        if (outcome instanceof Outcome.NotThere) {
            return Optional.of(QuizMessages.notThere());
        }
        return Optional.of(SlackMessage.of(text(why(outcome, when)), actions(primary("What’s next?", "next", ""))));
    }

    private static String why(Outcome outcome, When when) {
        if (outcome instanceof Outcome.AlreadyRunning running) {
            return "You’re in the middle of something: " + QuizMessages.place(running.attempt())
                    + " is waiting for you.";
        }
        if (outcome instanceof Outcome.NotThrough notThrough) {
            return "The check comes after the lessons. Next up: *"
                    + Mrkdwn.escape(notThrough.first().title()) + "*.";
        }
        if (outcome instanceof Outcome.CoolingDown coolingDown) {
            return "Your next attempt opens " + when.moment(coolingDown.opensAt())
                    + ". Use the time to review what you missed.";
        }
        if (outcome instanceof Outcome.NoAttemptsLeft) {
            return "You don’t have any attempts left for this. If it’s the check, your program admin can give you another one.";
        }
        return "You’ve already finished this. There’s nothing to repeat.";
    }
}
