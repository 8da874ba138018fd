package dev.fieldcert.slack.admin.itemanalysis;

import dev.fieldcert.itemanalysis.Choices;
import dev.fieldcert.itemanalysis.Finding;
import dev.fieldcert.itemanalysis.Response;
import dev.fieldcert.slack.admin.Sentences;
import java.util.Locale;

/** Puts a finding into words: what was observed, and how often a good item looks like that. */
final class FindingText {

    private FindingText() {}

    static String of(Finding finding, Choices choices) {
        if (finding instanceof Finding.WrongKey wrong) {
            String option = "*" + letter(wrong.option(), choices) + "*";
            return "*Is the answer key wrong?* " + Sentences.people(wrong.people()) + " chose " + option + "; "
                    + (wrong.keyed() == 0 ? "nobody" : wrong.keyed())
                    + " chose the answer marked as right. On the other questions, those who chose " + option
                    + " scored "
                    + percent(wrong.rest()) + ", and "
                    + (wrong.keyed() == 0 ? "everybody together " : "those who chose the marked answer ")
                    + percent(wrong.keyedRest()) + ". " + rate(wrong.chance());
        }
        if (finding instanceof Finding.DeadOption dead) {
            return "*Nobody chooses “" + letter(dead.option(), choices) + "”*: none of " + dead.of() + " people. "
                    + rate(dead.chance());
        }
        if (finding instanceof Finding.Everybody everybody) {
            return "*Everybody gets it right*: all " + everybody.of() + " people. " + rate(everybody.chance());
        }
        if (finding instanceof Finding.Nobody nobody) {
            return "*Nobody gets it right*: none of " + nobody.of() + " people. " + rate(nobody.chance());
        }
        if (finding instanceof Finding.OutOfTime time) {
            return "*It takes much " + (time.isSlow() ? "longer" : "less time") + " than other questions*: "
                    + "a median of " + seconds(time.seconds()) + ", compared with " + seconds(time.usual())
                    + " in this course ("
                    + Sentences.people(time.of()) + "). " + rate(time.chance());
        }
        if (finding instanceof Finding.Overconfident sure) {
            return "*People are certain but wrong*: " + sure.wrong() + " of " + sure.certain() + ", compared with "
                    + percent(sure.usual()) + " in this course. " + rate(sure.chance());
        }
        if (finding instanceof Finding.Guessed guessed) {
            return "*People say they’re guessing*: " + guessed.guesses() + " of " + guessed.said() + ", compared with "
                    + percent(guessed.usual()) + " in this course. " + rate(guessed.chance());
        }
        if (finding instanceof Finding.Reported reported) {
            return "*" + Sentences.people(reported.people())
                    + " reported it.* This isn’t a statistic, so read what they say.";
        }
        throw new IllegalStateException("No words for " + finding);
    }

    private static String rate(double chance) {
        if (chance >= 0.01) {
            return "_Up to " + percent(chance) + " of good questions look like this after this many answers._";
        }
        long oneIn = Math.min(10_000, (long) Math.floor(1 / Math.max(chance, 1e-9)));
        return String.format(Locale.ROOT, "_At most 1 in %,d good questions looks like this._", oneIn);
    }

    /**
     * @param place 0-based position of the option
     * @return the label that authors use: a, b, c and so on, or true and false
     */
    static String letter(int place, Choices choices) {
        return choices.options().stream()
                .filter(option -> option.place() == place)
                .map(Choices.Choice::id)
                .findFirst()
                .orElseGet(() -> place < Response.MOST_OPTIONS ? String.valueOf((char) ('a' + place)) : "?");
    }

    static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    static String seconds(double seconds) {
        return seconds < 90 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }
}
