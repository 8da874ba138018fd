package dev.fieldcert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file, as biweekly reads it. */
class CalendarFileTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final String NASTY =
            "A very long title, with; a \\ backslash,\r\nBEGIN:VALARM \uD83D\uDE80 äöü 営業の仕事のための証明書プログラムの長い名前";

    private static final List<CalendarDay> DAYS = List.of(
            new CalendarDay("course-plans", CalendarDay.Kind.COURSE_DUE, NASTY, LocalDate.of(2026, 12, 31)),
            new CalendarDay("badge-x", CalendarDay.Kind.BADGE_ENDS, "Plans", LocalDate.of(2027, 2, 28)));

    private static String file(String owner) {
        return CalendarFile.of(DAYS, owner, NOW);
    }

    @Test
    void anotherProgramReadsTheSameDaysAndFindsNothingWrong() {
        ICalendar calendar = Biweekly.parse(file("U0ADA")).first();

        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(calendar.getEvents()).hasSize(2);
        VEvent event = calendar.getEvents().get(0);
        assertThat(event.getSummary().getValue()).isEqualTo("Due: " + NASTY.replace("\r\n", "\n"));
        assertThat(event.getAlarms()).isEmpty();
        assertThat(event.getDateStart().getValue().getRawComponents().toString())
                .startsWith("20261231");
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getDateEnd().getValue().getRawComponents().toString()).startsWith("20270101");
    }

    @Test
    void linesAreFoldedAndEndAsTheStandardSays() {
        String file = file("U0ADA");

        assertThat(file).endsWith("END:VCALENDAR\r\n");
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void theSameDayKeepsItsNameAndTwoPeoplesDiffer() {
        assertThat(uids("U0ADA")).isEqualTo(uids("U0ADA")).doesNotContainAnyElementsOf(uids("U0MIA"));
        assertThat(file("U0ADA")).doesNotContain("U0ADA");
    }

    private static List<String> uids(String owner) {
        return Biweekly.parse(file(owner)).first().getEvents().stream()
                .map(event -> event.getUid().getValue())
                .toList();
    }
}
