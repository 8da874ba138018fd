package dev.fieldcert.curriculum.gift;

import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Ordering;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.Sorting;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.curriculum.question.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes questions as GIFT. Everything written reads back as the same question; a question that cannot be written is
 * left out and reported.
 */
public final class GiftWriter implements Question.Cases<String> {

    private GiftWriter() {}

    public static GiftExport write(String pool, List<Question> questions) {
        StringBuilder text = new StringBuilder("$CATEGORY: " + pool + "\n");
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (Question question : questions) {
            try {
                text.append('\n').append(block(question));
            } catch (NotSayable e) {
                text.setLength(text.length() - 1);
                leftOut.put(question.id(), e.getMessage());
            }
        }
        return new GiftExport(text.toString(), leftOut);
    }

    private static String block(Question question) {
        if (question.stimulus().isPresent()) {
            throw new NotSayable("a table or picture");
        }
        String answers = question.match(new GiftWriter());
        String block = "// [id:" + question.id() + "]\n::" + question.id() + "::[markdown]" + escaped(question.ask())
                + " {" + answers + "####" + answer(question.explanation()) + "\n}\n";
        GiftReading back = GiftReader.read(block);
        boolean same = back.problems().isEmpty() && back.pool("practice").equals(List.of(question));
        if (!same) {
            throw new NotSayable("a text that GIFT reads as something else");
        }
        return block;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '\n') {
                escaped.append("\\n");
            } else {
                escaped.append(GiftText.SIGNS.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    /** Escapes an answer's text, and names its format if the beginning would be read as a format or a weight. */
    private static String answer(String text) {
        boolean likeFormat = GiftMarkup.PREFIX.matcher(text).find() || text.startsWith("%");
        return (likeFormat ? "[markdown]" : "") + escaped(text);
    }

    private static String feedback(String why) {
        return why.isBlank() ? "" : "#" + answer(why);
    }

    @Override
    public String singleChoice(SingleChoice question) {
        return question.options().stream()
                .map(option -> "\n" + (option.right() ? "=" : "~") + text(option))
                .collect(Collectors.joining("", "", "\n"));
    }

    @Override
    public String multipleChoice(MultipleChoice question) {
        long right = question.options().stream().filter(Option::right).count();
        BigDecimal share = BigDecimal.valueOf(100)
                .divide(BigDecimal.valueOf(right), 5, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return question.options().stream()
                .map(option -> "\n~%" + (option.right() ? "" : "-") + share.toPlainString() + "%" + text(option))
                .collect(Collectors.joining("", "", "\n"));
    }

    private static String text(Option option) {
        if (option.pinned()) {
            throw new NotSayable("an option that keeps its place");
        }
        return answer(option.text()) + feedback(option.why());
    }

    @Override
    public String trueFalse(TrueFalse question) {
        return (question.right() ? "TRUE" : "FALSE") + feedback(question.whyTempting());
    }

    @Override
    public String matching(Matching question) {
        StringBuilder text = new StringBuilder();
        for (Matching.Pair pair : question.pairs()) {
            if (!pair.why().isBlank()) {
                throw new NotSayable("a “why” for a pair");
            }
            text.append("\n=").append(answer(pair.left())).append(" -> ").append(escaped(pair.right()));
        }
        question.extra().forEach(extra -> text.append("\n= -> ").append(escaped(extra)));
        return text.append('\n').toString();
    }

    @Override
    public String numeric(Numeric question) {
        boolean plain = question.variables().isEmpty()
                && question.round().signum() == 0
                && !question.tolerance().relative()
                && question.solution().isBlank();
        if (!plain) {
            throw new NotSayable("variables that are drawn, rounding, or a worked solution");
        }
        String right =
                "\n=" + question.answer() + ":" + question.tolerance().size().toPlainString();
        return question.mistakes().stream()
                .map(mistake -> "\n=%0%" + mistake.answer() + feedback(mistake.why()))
                .collect(Collectors.joining("", "#" + right, "\n"));
    }

    @Override
    public String shortAnswer(ShortAnswer question) {
        if (question.typo() > 0) {
            throw new NotSayable("letters that may be wrong");
        }
        String right =
                question.accept().stream().map(text -> "\n=" + answer(text)).collect(Collectors.joining());
        return question.mistakes().stream()
                .map(mistake -> "\n=%0%" + answer(mistake.answer()) + feedback(mistake.why()))
                .collect(Collectors.joining("", right, "\n"));
    }

    @Override
    public String sorting(Sorting question) {
        throw new NotSayable("sorting into categories");
    }

    @Override
    public String ordering(Ordering question) {
        throw new NotSayable("putting steps in order");
    }

    @Override
    public String written(Written question) {
        throw new NotSayable("an answer that its writer checks");
    }

    @Override
    public String scenario(Scenario question) {
        throw new NotSayable("a conversation that branches");
    }

    private static final class NotSayable extends RuntimeException {

        NotSayable(String what) {
            super("GIFT cannot say " + what, null, false, false);
        }
    }
}
