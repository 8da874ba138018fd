package dev.fieldcert.slack.feedback;

import dev.fieldcert.slack.blockkit.Golden;
import org.junit.jupiter.api.Test;

class FeedbackScreensTest {

    @Test
    void feedbackIsPassedOnWithoutNotifyingAnybody() {
        Golden.assertMatches(
                "feedback/posted",
                FeedbackMessages.posted("U0ADA", "<!channel> @everyone\nthe *forecast* lesson helped"));
        Golden.assertMatches("feedback/thanks", FeedbackMessages.thanks());
        Golden.assertMatches("feedback/empty", FeedbackMessages.empty());
        Golden.assertMatches("feedback/too-long", FeedbackMessages.tooLong(40_000));
    }
}
