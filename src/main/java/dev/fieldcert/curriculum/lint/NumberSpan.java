package dev.fieldcert.curriculum.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An option that is a span of numbers: {@code 10–20 %}, {@code more than 3x}. */
record NumberSpan(double from, double to) {

    private static final String NUMBER = "[$€£]?\\s*(-?\\d[\\d,]*(?:\\.\\d+)?)\\s*([kmb]?)\\b\\s*(?:[%x]|[a-z]+)?";
    private static final Pattern BETWEEN =
            Pattern.compile("(?:between |from )?" + NUMBER + "\\s*(?:-|–|to|and)\\s*" + NUMBER + "\\.?");
    private static final Pattern AT_MOST =
            Pattern.compile("(?:less than|under|below|up to|at most|fewer than|<)\\s*" + NUMBER + "\\.?");
    private static final Pattern AT_LEAST =
            Pattern.compile("(?:more than|over|above|at least|from|>)\\s*" + NUMBER + "(?: or more)?\\.?");

    /** Whether two of the options that are spans have a number in common. */
    static boolean overlap(List<String> options) {
        List<NumberSpan> spans = new ArrayList<>();
        for (String option : options) {
            Optional<NumberSpan> span = read(option);
            if (span.isPresent()) {
                if (spans.stream().anyMatch(span.get()::meets)) {
                    return true;
                }
                spans.add(span.get());
            }
        }
        return false;
    }

    private boolean meets(NumberSpan other) {
        return from <= other.to && other.from <= to;
    }

    private static Optional<NumberSpan> read(String option) {
        String text = option.strip().toLowerCase(java.util.Locale.ROOT);
        Matcher between = BETWEEN.matcher(text);
        if (between.matches()) {
            return Optional.of(new NumberSpan(number(between, 1), number(between, 3)));
        }
        Matcher most = AT_MOST.matcher(text);
        if (most.matches()) {
            boolean open = text.matches("(?:less|under|below|fewer|<).*");
            return Optional.of(
                    new NumberSpan(Double.NEGATIVE_INFINITY, open ? Math.nextDown(number(most, 1)) : number(most, 1)));
        }
        Matcher least = AT_LEAST.matcher(text);
        if (least.matches()) {
            boolean open = text.matches("(?:more|over|above|>).*");
            return Optional.of(
                    new NumberSpan(open ? Math.nextUp(number(least, 1)) : number(least, 1), Double.POSITIVE_INFINITY));
        }
        return Optional.empty();
    }

    private static double number(Matcher matcher, int group) {
        double value = Double.parseDouble(matcher.group(group).replace(",", ""));
        switch (matcher.group(group + 1)) {
            case "k":
                return value * 1e3;
            case "m":
                return value * 1e6;
            case "b":
                return value * 1e9;
            default:
                return value;
        }
    }
}
