package dev.fieldcert.slack;

/** Lets a test forget what Slack asked for in the test before, whose clock was ahead. */
public final class SlackLimits {

    private SlackLimits() {}

    public static void forget(SlackSender slack) {
        slack.forgetLimits();
    }
}
