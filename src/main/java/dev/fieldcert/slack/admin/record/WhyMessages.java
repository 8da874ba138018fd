package dev.fieldcert.slack.admin.record;

import dev.fieldcert.drip.Pace;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.blockkit.ZoneWords;
import java.util.Optional;

/** Explains the plan to admins. */
final class WhyMessages {

    private WhyMessages() {}

    static SlackMessage why(String person, Optional<Learner> learner, When when) {
        if (learner.isEmpty()) {
            return SlackMessage.note(
                    Mrkdwn.person(person) + " is not a learner here: the bot has nothing to write about.");
        }
        ContactState state = learner.get().contact();
        String sent = state.sent() == null
                ? "The bot hasn’t messaged them on its own yet."
                : "It wrote " + decided(state.sent(), when);
        String now = state.decided() == null
                ? "Nothing has been decided yet; that takes a few seconds."
                : "Decided " + decided(state.decided(), when);
        String next = learner.get()
                .nextContactAt()
                .map(at -> "It looks again " + when.moment(at) + ".")
                .orElse("It waits for " + Mrkdwn.person(person) + " to do something.");
        return SlackMessage.of(
                Blocks.text("*Why, or why not, the bot wrote to* " + Mrkdwn.person(person)),
                Blocks.text(sent + "\n" + now + "\n" + next),
                Blocks.note("Times in " + Mrkdwn.escape(ZoneWords.of(when.zone())) + ", where they are."));
    }

    private static String decided(ContactState.Decided decided, When when) {
        return when.moment(decided.at()) + ": " + Mrkdwn.escape(ReasonText.of(decided.reason(), when.zone()));
    }

    static SlackMessage contacts(long now, long hour, long day, Pace.Drain drain) {
        String late = drain.late().isEmpty()
                ? ""
                : " %,d of them can't be sent in the recipient's own hours; they are planned again."
                        .formatted(drain.late().size());
        return SlackMessage.note("Due now: *%,d* · within the hour: *%,d* · within a day: *%,d*\n"
                        .formatted(now, hour, day)
                + "The last message due within the hour goes out in %d min %02d s."
                        .formatted(drain.takes().toMinutes(), drain.takes().toSecondsPart())
                + late);
    }
}
