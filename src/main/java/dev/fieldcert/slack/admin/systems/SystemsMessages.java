package dev.fieldcert.slack.admin.systems;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.delivery.Delivery;
import dev.fieldcert.delivery.DeliveryRelay.Trouble;
import dev.fieldcert.delivery.Happened;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.outbox.SendResult;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders the screens about other systems. */
final class SystemsMessages {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US).withZone(ZoneOffset.UTC);

    private SystemsMessages() {}

    /**
     * @param first since when the oldest delivery has been waiting; null if none is waiting
     * @param trouble the last failed attempt; null if there is no problem
     */
    record State(String id, String address, long waiting, Instant first, Trouble trouble, List<Delivery> log) {

        State {
            log = List.copyOf(log);
        }
    }

    record Tested(String id, SendResult result) {}

    static SlackMessage list(List<State> systems) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Other systems"));
        if (systems.isEmpty()) {
            blocks.add(text("I’m not connected to any other system. Whoever runs FieldCert can set up a Learning Record"
                    + " Store or webhooks."));
            return SlackMessage.of(blocks);
        }
        for (State system : systems) {
            blocks.add(text("*" + Mrkdwn.escape(system.id()) + "* – " + Mrkdwn.escape(system.address()) + "\n"
                    + waiting(system) + trouble(system)));
            if (!system.log().isEmpty()) {
                blocks.add(text(String.join(
                        "\n", system.log().stream().map(SystemsMessages::line).toList())));
            }
        }
        blocks.add(actions(AdminForms.button("Send a test", "systems", "test")));
        blocks.add(
                note("Times are in UTC. If a system rejects a message permanently, you’ll find it in the messages that"
                        + " couldn’t be delivered."));
        return SlackMessage.of(blocks);
    }

    private static String waiting(State system) {
        return system.waiting() == 0
                ? "Everything was delivered."
                : Sentences.count(system.waiting(), "message is waiting", "messages are waiting")
                        + ", the oldest since " + MOMENT.format(system.first()) + ".";
    }

    private static String trouble(State system) {
        return system.trouble() == null
                ? ""
                : " ⚠️ The last attempt failed (`" + code(system.trouble().reason()) + "`); the next one is on "
                        + MOMENT.format(system.trouble().until()) + ".";
    }

    private static String line(Delivery delivery) {
        boolean done = delivery.doneAt() != null;
        return (done ? "✅ " : "⏳ ")
                + MOMENT.format(done ? delivery.doneAt() : delivery.message().createdAt()) + " · " + kind(delivery)
                + (delivery.about() == null ? "" : " · " + Mrkdwn.person(delivery.about()))
                + (done ? "" : " · `" + code(delivery.outcome()) + "`");
    }

    private static String kind(Delivery delivery) {
        if (!(delivery.message().content() instanceof Happened happened)) {
            return "withdrawn";
        }
        if (happened.event() instanceof LearnerEvent.BadgeGiven) {
            return "badge earned";
        }
        return happened.event() instanceof LearnerEvent.Milestone milestone
                ? milestone.what().code().replace('-', ' ')
                : happened.event()
                        .getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT);
    }

    private static String code(String reason) {
        return Mrkdwn.escape(reason.replaceAll("[`\\s]+", " ").strip());
    }

    static SlackMessage tested(List<Tested> systems) {
        if (systems.isEmpty()) {
            return SlackMessage.note("There’s no other system to test.");
        }
        return SlackMessage.of(text(
                String.join("\n", systems.stream().map(SystemsMessages::line).toList())));
    }

    private static String line(Tested tested) {
        String name = "*" + Mrkdwn.escape(tested.id()) + "*";
        if (tested.result() instanceof SendResult.Sent) {
            return "✅ " + name + " accepted the test message.";
        }
        String reason = tested.result() instanceof SendResult.NotNow later
                ? later.reason()
                : tested.result() instanceof SendResult.Failed failed ? failed.reason() : "refused";
        return "⚠️ " + name + " didn’t accept the test message: `" + code(reason) + "`.";
    }
}
