package dev.fieldcert.slack.admin.itemanalysis;

import static dev.fieldcert.slack.admin.itemanalysis.FindingText.percent;
import static dev.fieldcert.slack.admin.itemanalysis.FindingText.seconds;

import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.slack.admin.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders item statistics as text, with their confidence intervals and numbers of people. */
final class Figures {

    private Figures() {}

    /** The most important statistics on one line, for a list. */
    static String line(ItemStatistics is) {
        if (is.people() == 0) {
            return "nobody has answered it yet";
        }
        List<String> parts = new ArrayList<>();
        parts.add(score(is));
        if (is.discrimination() != null) {
            parts.add("discrimination " + number(is.discrimination()));
        }
        parts.add("n " + is.people());
        return String.join(" · ", parts);
    }

    static List<String> lines(ItemStatistics is) {
        List<String> lines = new ArrayList<>();
        lines.add("*Facility*: " + score(is) + ", n " + is.people()
                + (is.answers() > is.people()
                        ? " (first answers; " + Sentences.count(is.answers(), "answer", "answers") + " in all)"
                        : ""));
        lines.add("*Discrimination*: " + discrimination(is));
        if (is.efficiency() != null) {
            lines.add("*Efficiency*: " + number(is.efficiency()) + " of the maximum that these scores allow, n "
                    + is.rests());
        }
        if (is.medianSeconds() != null) {
            lines.add("*Time*: median " + seconds(is.medianSeconds()) + ", n " + is.timed());
        }
        if (!is.sure().isEmpty()) {
            lines.add("*Right, by confidence*: "
                    + String.join(
                            " · ",
                            is.sure().stream()
                                    .map(sure -> word(sure) + " " + sure.right() + " of " + sure.people())
                                    .toList()));
        }
        return lines;
    }

    private static String discrimination(ItemStatistics is) {
        if (is.discrimination() == null) {
            return "not available yet; it needs people with different scores, here and on the other questions";
        }
        String interval = is.discriminationLow() == null
                ? ""
                : " (" + number(is.discriminationLow()) + " to " + number(is.discriminationHigh()) + ")";
        return number(is.discrimination()) + interval + ", n " + is.rests();
    }

    private static String word(ItemStatistics.Sureness sure) {
        return switch (sure.confidence()) {
            case GUESS -> "guessing";
            case FAIRLY -> "fairly sure";
            case CERTAIN -> "certain";
        };
    }

    private static String score(ItemStatistics is) {
        return percent(is.facility()) + " (" + Math.round(is.low() * 100) + "–" + percent(is.high()) + ")";
    }

    /** Two decimals with a true minus sign. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return (text.equals("-0.00") ? "0.00" : text).replace('-', '−');
    }
}
