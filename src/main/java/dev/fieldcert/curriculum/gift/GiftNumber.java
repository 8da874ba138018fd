package dev.fieldcert.curriculum.gift;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in a GIFT text, with its tolerance: {@code 3.14:0.01}, {@code 3.141..3.142}. Numbers have the forms that
 * PHP's {@code is_numeric} accepts: {@code .5}, {@code +5}, {@code 1e6}.
 */
record GiftNumber(BigDecimal value, BigDecimal tolerance) {

    private static final String NUMBER = "([+-]?(?:\\d{1,15}(?:\\.\\d{0,15})?|\\.\\d{1,15})(?:[eE][+-]?\\d{1,2})?)";
    /** Like {@link #NUMBER}, but does not match the first dot of {@code ..}. */
    private static final String LOWER = "([+-]?(?:\\d{1,15}(?:\\.\\d{1,15})?|\\.\\d{1,15})(?:[eE][+-]?\\d{1,2})?)";

    private static final Pattern AROUND = Pattern.compile(NUMBER + "(?:\\s*:\\s*" + NUMBER + ")?");
    private static final Pattern BETWEEN = Pattern.compile(LOWER + "\\s*\\.\\.\\s*" + NUMBER);

    static GiftNumber read(GiftText text) {
        String raw = text.plain();
        Matcher around = AROUND.matcher(raw);
        if (around.matches()) {
            BigDecimal tolerance = around.group(2) == null ? BigDecimal.ZERO : number(around.group(2));
            if (tolerance.signum() >= 0) {
                return new GiftNumber(number(around.group(1)), tolerance);
            }
        }
        Matcher between = BETWEEN.matcher(raw);
        if (between.matches()) {
            BigDecimal from = number(between.group(1));
            BigDecimal to = number(between.group(2));
            BigDecimal half = new BigDecimal("0.5");
            if (to.compareTo(from) >= 0) {
                return new GiftNumber(
                        from.add(to).multiply(half), to.subtract(from).multiply(half));
            }
        }
        throw new GiftFault(text, "“" + raw + "” is not a number.", "Write 12, 3.14:0.01 or 3..4.");
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text.replaceFirst("\\.(?=$|[eE])", ""));
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
