package dev.fieldcert.drip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    @Test
    void aCountryHasItsPublicHolidays() {
        assertThat(Holidays.of("DE").on(LocalDate.of(2026, 12, 25))).hasValue("1st Christmas day");
        assertThat(Holidays.of("us").on(LocalDate.of(2026, 11, 26))).hasValue("Thanksgiving Day");
        assertThat(Holidays.of("DE").on(LocalDate.of(2026, 12, 28))).isEmpty();
    }

    @Test
    void aRegionHasItsOwnOnTopOfItsCountrys() {
        LocalDate epiphany = LocalDate.of(2027, 1, 6);
        assertThat(Holidays.of("DE-BY").on(epiphany)).isPresent();
        assertThat(Holidays.of("DE").on(epiphany)).isEmpty();
        assertThat(Holidays.of("DE-BY").on(LocalDate.of(2026, 12, 25))).isPresent();
    }

    @Test
    void anUnknownRegionHasItsCountrysHolidays() {
        assertThat(Holidays.of("DE-XX").on(LocalDate.of(2026, 12, 25))).isPresent();
        assertThat(Holidays.of("DE-XX").isKnown()).isTrue();
    }

    @Test
    void anUnknownCountryHasNoneAndSaysSo() {
        for (String place : new String[] {"XX", "", null, "Atlantis", "-", "target", "../etc/passwd"}) {
            assertThat(Holidays.of(place).isKnown()).as("%s", place).isFalse();
            assertThat(Holidays.of(place).on(LocalDate.of(2026, 12, 25))).isEmpty();
        }
    }

    @Test
    void aHolidayThatMovesToAWeekdayIsObservedThere() {
        // Boxing Day 2026 is a Saturday: its substitute is Monday the 28th.
        assertThat(Holidays.of("GB").on(LocalDate.of(2026, 12, 28))).isPresent();
    }
}
