package dev.fieldcert.curriculum.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * The unit of a number: how it is displayed, and with which precision. Percentages and ratios are stored as factors:
 * 12.5% is 0.125.
 */
public enum Measure {
    /** Dollars, shown as {@code $1,200} or {@code $12.50}. */
    MONEY("money", 2),
    /** A share of one: 0.125 is shown as {@code 12.5%}. */
    PERCENT("percent", 3),
    NUMBER("number", 2),
    /** A factor: 3.5 is shown as {@code 3.5x}. */
    RATIO("ratio", 2);

    private final String word;
    private final int places;

    Measure(String word, int places) {
        this.word = word;
        this.places = places;
    }

    /** The name in a question's file. */
    public String word() {
        return word;
    }

    /** The smallest displayed step: a cent, a tenth of a percent, a hundredth. */
    public BigDecimal step() {
        return BigDecimal.ONE.movePointLeft(places);
    }

    /** Formats the number in English, with a real minus sign. */
    public String shown(BigDecimal value) {
        BigDecimal rounded = value.setScale(places, RoundingMode.HALF_UP);
        String digits = digits(rounded.abs());
        String sign = rounded.signum() < 0 ? "−" : "";
        switch (this) {
            case MONEY:
                return sign + "$" + digits;
            case PERCENT:
                return sign + digits + "%";
            case RATIO:
                return sign + digits + "x";
            default:
                return sign + digits;
        }
    }

    /** Groups thousands only where that is unambiguous: in 1,000% the comma could be read as a decimal comma. */
    private String digits(BigDecimal value) {
        String pattern = this == NUMBER ? "#,##0.##" : "0.##";
        if (this == MONEY) {
            pattern = value.stripTrailingZeros().scale() > 0 ? "#,##0.00" : "#,##0";
        }
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(this == PERCENT ? value.movePointRight(2) : value);
    }
}
