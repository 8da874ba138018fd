package dev.fieldcert.slack.team;

import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.team.Ramp;

/** The days from enrollment to a badge, in words. */
public final class RampMessages {

    private static final int COURSES = 10;

    private RampMessages() {}

    public static String words(Ramp ramp) {
        StringBuilder words = new StringBuilder("⏱️ *Days from enrollment to badge*, cohort ")
                .append(name(ramp.cohort()))
                .append(ramp.before()
                        .map(before -> " (in brackets: " + name(before) + ")")
                        .orElse(""));
        ramp.lines().stream()
                .limit(COURSES)
                .forEach(line -> words.append("\n• ").append(line(line)));
        return words.toString();
    }

    private static String line(Ramp.Line line) {
        return Mrkdwn.escape(Blocks.cut(line.course().title(), 120)) + " – "
                + days(line.now().median())
                + line.before()
                        .map(before -> " (" + days(before.median()) + ")")
                        .orElse("") + "; "
                + line.now().earned() + " of " + line.now().enrolled() + " have it";
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String name(String cohort) {
        return "“" + Mrkdwn.escape(cohort) + "”";
    }
}
