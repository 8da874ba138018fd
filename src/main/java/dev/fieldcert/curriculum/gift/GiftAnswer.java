package dev.fieldcert.curriculum.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer inside the braces: {@code =right#feedback}, {@code ~%-50%wrong}.
 *
 * @param right whether it begins with an equals sign
 * @param weight percent of the mark, when it is written
 */
record GiftAnswer(boolean right, Optional<Double> weight, GiftText text, String feedback) {

    private static final Pattern WEIGHT = Pattern.compile("^\\s*%(-?\\d{1,3}(?:\\.\\d{1,6})?)%");
    static final Pattern FORMAT = Pattern.compile("^\\s*\\[(html|moodle|plain|markdown)]");

    /** The answers of a body that begins with the first of them. */
    static List<GiftAnswer> of(GiftText body) {
        List<GiftAnswer> answers = new ArrayList<>();
        int at = next(body, body.from());
        if (at < 0 || !body.before(at).isBlank()) {
            throw new GiftFault(body.stripped(), "Here should stand an answer.", "Begin each with = or ~.");
        }
        while (at >= 0) {
            int end = next(body, at + 1);
            answers.add(answer(body.source().charAt(at) == '=', body.part(at + 1, end < 0 ? body.to() : end)));
            at = end;
        }
        return answers;
    }

    private static int next(GiftText body, int from) {
        int right = body.find("=", from);
        int wrong = body.find("~", from);
        return right < 0 || wrong >= 0 && wrong < right ? wrong : right;
    }

    private static GiftAnswer answer(boolean right, GiftText part) {
        int hash = part.find("#");
        String feedback = hash < 0 ? "" : part.after(hash + 1).plain();
        GiftText text = hash < 0 ? part : part.before(hash);
        Matcher weight = WEIGHT.matcher(text.raw());
        Optional<Double> percent = Optional.empty();
        if (weight.find()) {
            percent = Optional.of(Double.valueOf(weight.group(1)));
            text = text.after(text.from() + weight.end());
        }
        return new GiftAnswer(right, percent, markdown(text).stripped(), feedback);
    }

    /** The text behind its format, which has to be one that reads as Markdown. */
    static GiftText markdown(GiftText text) {
        Matcher format = FORMAT.matcher(text.raw());
        if (!format.find()) {
            return text;
        }
        if (format.group(1).equals("html")) {
            throw new GiftFault(text.stripped(), "HTML is not read.", "Write it as Markdown, marked [markdown].");
        }
        return text.after(text.from() + format.end());
    }

    String plain() {
        return text.plain();
    }
}
