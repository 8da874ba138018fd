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

    private static final String STAYS = "Anonymous scores are kept for question statistics.";

    private RightsMessages() {}

    static SlackMessage written() {
        return SlackMessage.note("✅ Here is everything I hold about you: a page to read, and the same for machines.");
    }

    static SlackMessage canceled() {
        return SlackMessage.note("Canceled. Nothing was sent or kept.");
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
                text("Your progress, answers, submissions, badges and everything else I hold about you would be "
                        + "gone, for good: nobody can bring it back. " + STAYS
                        + " An admin confirms it first. `/cert my-data` gives you a copy."),
                actions(danger("Ask for erasure", "forget-yes", ""), button("Keep everything", "forget-no", "")));
    }

    static SlackMessage asked() {
        return SlackMessage.of(
                text("I have asked an admin to confirm it. I'll let you know when it is done."),
                actions(button("Cancel the request", "forget-no", "")));
    }

    static SlackMessage withdrawn() {
        return SlackMessage.note("Everything stays as it is.");
    }

    static SlackMessage forgotten() {
        return SlackMessage.note("Everything I held about you is erased. Messages in this DM are Slack's own; you can "
                + "delete the conversation there. All the best!");
    }

    public static SlackMessage requested(List<ErasureRequests.Request> open) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Somebody asks to be forgotten"));
        blocks.addAll(requests(open));
        return SlackMessage.of(blocks);
    }

    static SlackMessage open(List<ErasureRequests.Request> open) {
        if (open.isEmpty()) {
            return SlackMessage.note("No erasure requests are waiting. `/cert-admin erase @user` erases somebody.");
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Who asked to be forgotten"));
        blocks.addAll(requests(open));
        return SlackMessage.of(blocks);
    }

    private static List<LayoutBlock> requests(List<ErasureRequests.Request> open) {
        return open.stream()
                .map(request -> (LayoutBlock) text(
                        Mrkdwn.person(request.person()) + ", since " + day(request.at()),
                        AdminForms.button("Look at it", "erase", Mrkdwn.person(request.person()))))
                .toList();
    }

    private static String day(Instant at) {
        return Dates.date(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** @param asked whether the person requested it */
    static String whatIsErased(boolean asked) {
        return (asked ? "They have asked for it." : "They have *not* asked for it.")
                + " Progress, answers, submissions, reviews, feedback and badges lose their name or are deleted, for "
                + "good. " + STAYS;
    }

    static SlackMessage begun() {
        return SlackMessage.note("Erasing. Our DM says when it is done.");
    }

    static SlackMessage erased(String token) {
        return SlackMessage.note("✅ Everything personal is erased. The audit log knows them as `" + token + "`.");
    }
}
