package dev.fieldcert.curriculum.question;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number the way people type it: {@code $1.2M}, {@code 1 200 000}, {@code (40k)}, {@code 12,5 %}, {@code 3.5x}.
 *
 * <p>These rules tell a decimal mark from a thousands separator. Of a comma and a point in one number, the last is the
 * decimal mark. A mark that occurs twice separates thousands, and so does an apostrophe or a space. A single mark is
 * the decimal mark, unless exactly three digits follow it and one to three digits, the first not 0, precede it
 * ({@code 1,200}). In that case, it depends on the measure: in an amount of money, either mark separates thousands; in
 * a count, and in an amount before a word of magnitude ({@code 1.200k}), a comma separates thousands and a point is the
 * decimal mark; in a percentage or ratio, which rarely reaches thousands, either mark is the decimal mark.
 *
 * @param value the number, with a percentage as a fraction of 1; null if there is a problem
 * @param problem what to tell the person if the text cannot be read; empty if it can
 */
public record TypedNumber(BigDecimal value, Optional<String> problem) {

    private static final int LONGEST = 60;
    private static final Pattern SHAPE = Pattern.compile(
            "(?<sign>[-+])?(?<currency>us\\$|[$€£¥]|usd|eur|gbp)?(?<sign2>[-+])?(?<digits>[\\d.,' ]*\\d)"
                    + "(?<unit>[a-z%€$£¥:/ 1]*)");
    /**
     * Powers of ten by word. “mil” is left out: it is a thousand in Spanish, Portuguese, and Italian, and a million
     * elsewhere.
     */
    private static final Map<String, Integer> MAGNITUDES = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("thousand", 3),
            Map.entry("tsd", 3),
            Map.entry("m", 6),
            Map.entry("mm", 6),
            Map.entry("mn", 6),
            Map.entry("mio", 6),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("b", 9),
            Map.entry("bn", 9),
            Map.entry("billion", 9));

    private static final Pattern CURRENCY = Pattern.compile("(?:[$€£¥]|us\\$|usd|eur|gbp|dollars?|euros?|pounds?)$");
    private static final Pattern PERCENT = Pattern.compile("(?:%|percent|per cent|pct)$");
    private static final Pattern RATIO = Pattern.compile("(?:x|times|fold|:1|to1)$");

    public static TypedNumber read(String text, Measure measure) {
        if (text.length() > LONGEST) {
            return unreadable(measure);
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\u2010-\\u2015\\u2212\\u02D7]", "-")
                .replaceAll("[\\u2018\\u2019\\u02BC`´]", "'")
                .replaceAll("[×✕]", "x")
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("(?<=[a-z])\\.(?= |$)|[.!]+$", "")
                .strip();
        boolean negative = plain.startsWith("(") && plain.endsWith(")");
        if (negative) {
            plain = plain.substring(1, plain.length() - 1).strip();
        }
        plain = plain.replaceAll("^(?:about|around|ca\\.?|~|≈|=)\\s*", "")
                .replaceAll("^([-+]) ", "$1")
                .replaceAll("^([-+]?(?:us\\$|[$€£¥]|usd|eur|gbp)) ", "$1");
        Matcher shape = SHAPE.matcher(plain);
        if (!shape.matches() || shape.group("sign") != null && shape.group("sign2") != null) {
            return unreadable(measure);
        }
        boolean minus = "-".equals(shape.group("sign")) || "-".equals(shape.group("sign2"));
        if (negative && minus) {
            return unreadable(measure);
        }
        return new Reading(measure, shape.group("currency") != null)
                .read(shape.group("digits").strip(), shape.group("unit").strip(), negative || minus);
    }

    private static TypedNumber unreadable(Measure measure) {
        switch (measure) {
            case MONEY:
                return problem("I can’t read that as an amount. Write it like $1.2M, 390k, or 1,200,000.");
            case PERCENT:
                return problem("I can’t read that as a percentage. Write it like 12.5%.");
            case RATIO:
                return problem("I can’t read that as a ratio. Write it like 3.5x.");
            default:
                return problem("I can’t read that as a number. Write digits only, like 12 or 1,200.");
        }
    }

    private static TypedNumber problem(String problem) {
        return new TypedNumber(null, Optional.of(problem));
    }

    /** How to interpret a typed number: puts its digits, unit, and sign together. */
    private record Reading(Measure measure, boolean currency) {

        TypedNumber read(String digits, String typedUnit, boolean negative) {
            String unit = typedUnit;
            boolean money = currency;
            Matcher after = CURRENCY.matcher(unit);
            if (after.find()) {
                if (money) {
                    return unreadable(measure);
                }
                money = true;
                unit = unit.substring(0, after.start()).strip();
            }
            boolean percent = PERCENT.matcher(unit).find();
            boolean ratio = RATIO.matcher(unit.replace(" ", "")).matches();
            if (percent) {
                unit = PERCENT.matcher(unit).replaceFirst("").strip();
            } else if (ratio) {
                unit = "";
            }
            int magnitude = unit.isEmpty() ? 0 : MAGNITUDES.getOrDefault(unit, -1);
            if (magnitude < 0) {
                return unreadable(measure);
            }
            if (money && measure != Measure.MONEY) {
                return problem("This question doesn’t ask for an amount of money. "
                        + unreadable(measure).hint());
            }
            if (percent && (measure == Measure.MONEY || measure == Measure.NUMBER)
                    || ratio && measure != Measure.RATIO
                    || magnitude > 0 && (percent || ratio || measure == Measure.PERCENT)) {
                return unreadable(measure);
            }
            Optional<BigDecimal> read = number(digits, magnitude > 0);
            if (read.isEmpty()) {
                return unreadable(measure);
            }
            BigDecimal value = read.get().movePointRight(magnitude);
            if (measure == Measure.PERCENT && !percent && value.signum() != 0 && value.compareTo(BigDecimal.ONE) <= 0) {
                return problem("Do you mean " + value.toPlainString() + "% or "
                        + value.movePointRight(2).stripTrailingZeros().toPlainString()
                        + "%? Write it with the % sign.");
            }
            if (measure == Measure.PERCENT || percent) {
                value = value.movePointLeft(2);
            }
            return new TypedNumber(negative ? value.negate() : value, Optional.empty());
        }

        private Optional<BigDecimal> number(String digits, boolean magnitude) {
            if (digits.replaceAll("\\D", "").length() > 18) {
                return Optional.empty();
            }
            int comma = digits.lastIndexOf(',');
            int point = digits.lastIndexOf('.');
            char decimal;
            if (comma >= 0 && point >= 0) {
                decimal = comma > point ? ',' : '.';
            } else if (comma < 0 && point < 0) {
                decimal = 0;
            } else {
                decimal = loneMark(digits, comma >= 0 ? ',' : '.', magnitude);
            }
            int at = decimal == 0 ? -1 : digits.indexOf(decimal);
            String whole = at < 0 ? digits : digits.substring(0, at);
            String part = at < 0 ? "" : digits.substring(at + 1);
            boolean readable = part.matches("\\d*") && (whole.isEmpty() || isGrouped(whole));
            return readable && !(whole + part).isEmpty()
                    ? Optional.of(new BigDecimal(whole.replaceAll("[,.' ]", "") + (part.isEmpty() ? "" : "." + part)))
                    : Optional.empty();
        }

        /** The decimal mark if only one kind of mark occurs; 0 if that mark separates thousands. */
        private char loneMark(String digits, char mark, boolean magnitude) {
            if (digits.indexOf(mark) != digits.lastIndexOf(mark)) {
                return 0;
            }
            if (!digits.matches("[1-9]\\d{0,2}[.,]\\d{3}")) {
                return mark;
            }
            switch (measure) {
                case MONEY:
                    return mark == '.' && magnitude ? mark : 0;
                case NUMBER:
                    return mark == '.' ? mark : 0;
                default:
                    return mark;
            }
        }

        /** Whether the text is digits only, or groups of three digits with one kind of mark between them. */
        private static boolean isGrouped(String whole) {
            return whole.matches("\\d+") || whole.matches("\\d{1,3}(?:(?<mark>[,.' ])\\d{3})(?:\\k<mark>\\d{3})*");
        }
    }

    private String hint() {
        return problem.orElse("").replaceAll("^[^.]*\\. ", "");
    }
}
