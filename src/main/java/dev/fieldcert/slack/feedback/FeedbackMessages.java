package dev.fieldcert.slack.feedback;

import dev.fieldcert.learner.GiveFeedback;
import dev.fieldcert.slack.Blocks;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.SlackMessage;

/** The screens of feedback. */
public final class FeedbackMessages {

    private FeedbackMessages() {}

    /** To the programme's owners. The words are somebody's own: nothing in them notifies anybody. */
    public static SlackMessage posted(String learnerId, String text) {
        String quoted = "> " + Mrkdwn.escape(quiet(text)).replace("\n", "\n> ");
        return SlackMessage.of(
                Blocks.text("*Feedback on the programme* from " + Mrkdwn.person(learnerId)),
                Blocks.text(Blocks.cut(quoted, Blocks.SECTION)));
    }

    /** A zero-width space keeps "@everyone" from being read as a mention by anything down the line. */
    private static String quiet(String text) {
        return text.replaceAll("@(?=(everyone|channel|here)\\b)", "@\u200b");
    }

    static SlackMessage thanks() {
        return SlackMessage.note("Thank you – that is kept, and the people who own the programme have it.");
    }

    static SlackMessage empty() {
        return SlackMessage.note(
                "Tell me what you think after the word: `/cert feedback The forecast lesson helped me`.");
    }

    static SlackMessage tooLong(int length) {
        return SlackMessage.note("That is " + length + " characters; I can pass on up to " + GiveFeedback.LONGEST
                + ". Could you say it shorter, or in two parts? Nothing was sent.");
    }
}
