package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.ItemStatistics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** The figures of one item as cells of a table. {@code docs/writing-a-course.md} describes them. */
final class FigureColumns {

    private static final int DECIMALS = 6;

    static final List<String> NAMES = List.of(
            "answers",
            "people",
            "facility",
            "facility_low",
            "facility_high",
            "deviation",
            "discrimination",
            "discrimination_low",
            "discrimination_high",
            "efficiency",
            "discrimination_people",
            "median_seconds",
            "timed_people");

    private FigureColumns() {}

    /** @return in the order of {@link #NAMES}; null where there are too few answers for a figure */
    static List<Object> of(ItemStatistics is) {
        return Arrays.asList(
                is.answers(),
                is.people(),
                number(is.facility()),
                number(is.low()),
                number(is.high()),
                number(is.deviation()),
                number(is.discrimination()),
                number(is.discriminationLow()),
                number(is.discriminationHigh()),
                number(is.efficiency()),
                is.rests(),
                number(is.medianSeconds()),
                is.timed());
    }

    /** @return null for null */
    static BigDecimal number(Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
