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

/** Explains to admins what the drip has planned for a learner, and why. */
final class WhyMessages {

    private WhyMessages() {}

    static SlackMessage why(String person, Optional<Learner> learner, When when) {
        if (learner.isEmpty()) {
            return SlackMessage.note(Mrkdwn.person(person) + " isn’t a learner here, so the bot has nothing to send.");
        }
        ContactState state = learner.get().contact();
        String sent = state.sent() == null
                ? "The bot hasn’t messaged them on its own yet."
                : "Last message: " + decided(state.sent(), when);
        String now = state.decided() == null
                ? "The bot hasn’t decided about the next message yet. It does so within a few seconds."
                : "Last decision: " + decided(state.decided(), when);
        String next = learner.get()
                .nextContactAt()
                .map(at -> "The bot checks again " + when.moment(at) + ".")
                .orElse("The bot is waiting for " + Mrkdwn.person(person) + " to do something.");
        return SlackMessage.of(
                Blocks.text("*Why the bot did or didn’t message* " + Mrkdwn.person(person)),
                Blocks.text(sent + "\n" + now + "\n" + next),
                Blocks.note("Times are in their time zone, " + Mrkdwn.escape(ZoneWords.of(when.zone())) + "."));
    }

    private static String decided(ContactState.Decided decided, When when) {
        return when.moment(decided.at()) + ": " + Mrkdwn.escape(ReasonText.of(decided.reason(), when));
    }

    static SlackMessage contacts(long now, long hour, long day, Pace.Drain drain) {
        String late = drain.late().isEmpty()
                ? ""
                : " %,d of them can’t go out during the recipient’s work hours, so I’ll reschedule them."
                        .formatted(drain.late().size());
        return SlackMessage.note("Due now: *%,d* · within the hour: *%,d* · within a day: *%,d*\n"
                        .formatted(now, hour, day)
                + "Sending everything due within the hour takes about %d min %02d s."
                        .formatted(drain.takes().toMinutes(), drain.takes().toSecondsPart())
                + late);
    }
}
