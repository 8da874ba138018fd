package dev.fieldcert.curriculum.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer inside the braces: {@code =right#feedback}, {@code ~%-50%wrong}.
 *
 * @param right whether it begins with an equals sign, or is a single answer without a sign
 * @param weight percent of the score; empty if none is written
 * @param text the answer without its weight; may begin with its format
 * @param feedback blank if there is none
 * @param markup the question's format, which applies to parts that name none
 */
record GiftAnswer(boolean right, Optional<Double> weight, GiftText text, GiftText feedback, GiftMarkup markup) {

    private static final Pattern WEIGHT = Pattern.compile("^\\s*%(-*\\d{1,3}(?:\\.\\d*)?)%");

    /** The answers between the braces. Text before the first sign is an answer, too, unless it is blank. */
    static List<GiftAnswer> of(GiftText body, GiftMarkup markup) {
        List<GiftAnswer> answers = new ArrayList<>();
        int at = next(body, body.from());
        GiftText first = at < 0 ? body : body.before(at);
        if (!first.isBlank()) {
            answers.add(answer(at < 0, first, markup));
        }
        while (at >= 0) {
            int end = next(body, at + 1);
            answers.add(answer(body.source().charAt(at) == '=', body.part(at + 1, end < 0 ? body.to() : end), markup));
            at = end;
        }
        return answers;
    }

    private static int next(GiftText body, int from) {
        int right = body.find("=", from);
        int wrong = body.find("~", from);
        return right < 0 || wrong >= 0 && wrong < right ? wrong : right;
    }

    private static GiftAnswer answer(boolean right, GiftText part, GiftMarkup markup) {
        int hash = part.find("#");
        GiftText feedback = hash < 0 ? part.after(part.to()) : part.after(hash + 1);
        GiftText text = hash < 0 ? part : part.before(hash);
        Matcher weight = WEIGHT.matcher(text.raw());
        Optional<Double> percent = Optional.empty();
        if (weight.find()) {
            percent = Optional.of(Double.valueOf(weight.group(1).replaceFirst("^-+", "-")));
            text = text.after(text.from() + weight.end());
        }
        return new GiftAnswer(right, percent, text.stripped(), feedback, markup);
    }

    /** The weight in percent of the score; if none is written, 100 for a right answer and 0 for a wrong one. */
    double share() {
        return weight.orElse(right ? 100.0 : 0.0);
    }

    boolean isPartlyRight() {
        return share() > 0 && share() < 100;
    }

    /** The answer as Markdown, in one line. */
    String line() {
        return GiftMarkup.line(text, markup);
    }

    /** The answer as plain text. */
    String plain() {
        return GiftMarkup.withoutPrefix(text).plain();
    }

    /** The feedback as Markdown; empty if there is none. */
    String why() {
        return GiftMarkup.markdown(feedback, markup);
    }
}
