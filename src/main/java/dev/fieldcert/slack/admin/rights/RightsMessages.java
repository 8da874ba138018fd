package dev.fieldcert.slack.admin.rights;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.danger;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders the messages about a person's data, to that person and to the admins. */
public final class RightsMessages {

    private static final String STAYS = "Only anonymous scores are kept, for question statistics.";

    private RightsMessages() {}

    static SlackMessage written() {
        return SlackMessage.note("✅ Here’s everything I have about you: a page to read, and the same data as JSON.");
    }

    static SlackMessage canceled() {
        return SlackMessage.note("Canceled. Nothing was sent or saved.");
    }

    static SlackMessage ask(Optional<ErasureRequests.Request> open) {
        if (open.isPresent()) {
            return SlackMessage.of(
                    text("On " + day(open.get().at())
                            + ", you asked me to erase all your data. An admin still has to confirm it."),
                    actions(button("Cancel the request", "forget-no", "")));
        }
        return SlackMessage.of(
                header("Erase everything about you?"),
                text("Your progress, answers, submissions, badges, and everything else I have about you will be "
                        + "deleted for good. " + STAYS + " An admin has to confirm the erasure first. To get a copy of "
                        + "your data before then, type `/cert my-data`."),
                actions(danger("Ask for erasure", "forget-yes", ""), button("Keep everything", "forget-no", "")));
    }

    static SlackMessage asked() {
        return SlackMessage.of(
                text("I’ve asked an admin to confirm it. I’ll let you know when it’s done."),
                actions(button("Cancel the request", "forget-no", "")));
    }

    static SlackMessage withdrawn() {
        return SlackMessage.note("OK, I’m keeping everything.");
    }

    static SlackMessage forgotten() {
        return SlackMessage.note("I’ve erased everything I had about you. Slack keeps the messages in this DM. "
                + "You can delete the conversation in Slack. All the best!");
    }

    public static SlackMessage requested(List<ErasureRequests.Request> open) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Someone asked to have their data erased"));
        blocks.addAll(requests(open));
        return SlackMessage.of(blocks);
    }

    static SlackMessage open(List<ErasureRequests.Request> open) {
        if (open.isEmpty()) {
            return SlackMessage.note(
                    "No erasure requests are waiting. To erase someone’s data, use `/cert-admin erase @user`.");
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Erasure requests"));
        blocks.addAll(requests(open));
        return SlackMessage.of(blocks);
    }

    private static List<LayoutBlock> requests(List<ErasureRequests.Request> open) {
        return open.stream()
                .map(request -> (LayoutBlock) text(
                        Mrkdwn.person(request.person()) + ", since " + day(request.at()),
                        AdminForms.button("Review the request", "erase", Mrkdwn.person(request.person()))))
                .toList();
    }

    private static String day(Instant at) {
        return Dates.date(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** @param asked whether the person requested it */
    static String whatIsErased(boolean asked) {
        return (asked ? "They asked for this." : "They did *not* ask for this.")
                + " Progress, answers, submissions, reviews, feedback, and badges are deleted or made anonymous, for "
                + "good. " + STAYS;
    }

    static SlackMessage begun() {
        return SlackMessage.note("I’m erasing it. I’ll let you know in our DM when it’s done.");
    }

    static SlackMessage erased(String token) {
        return SlackMessage.note(
                "✅ I’ve erased all personal data. In the audit log, they now appear as `" + token + "`.");
    }
}
