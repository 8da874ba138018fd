package dev.fieldcert.slack.blockkit;

import dev.fieldcert.slack.webapi.SlackCalls;
import org.springframework.beans.factory.BeanFactory;

/** Lets a test forget what Slack asked for in the test before, whose clock was ahead. */
public final class SlackLimits {

    private SlackLimits() {}

    public static void forget(BeanFactory beans) {
        beans.getBean(SlackCalls.class).forgetLimits();
    }
}
