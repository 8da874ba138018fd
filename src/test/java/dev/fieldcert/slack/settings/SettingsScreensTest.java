package dev.fieldcert.slack.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.plan.CoveredDays;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsScreensTest {

    private static final When BERLIN = When.in("Europe/Berlin", Instant.parse("2026-12-24T08:00:00Z"));
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 24);
    private static final Preferences CHOSEN = Preferences.DEFAULT.contacts(
            LocalTime.of(14, 15),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            2,
            "DE-BY",
            List.of(
                    LocalDate.of(2026, 12, 22),
                    LocalDate.of(2026, 12, 24),
                    LocalDate.of(2026, 12, 25),
                    LocalDate.of(2027, 1, 6)));

    @Test
    void theForm() {
        Golden.assertMatches("settings/form", SettingsMessages.form(CHOSEN, "Europe/Berlin", TODAY, "home"));
    }

    @Test
    void thePauseForm() {
        Golden.assertMatches("settings/pause", PauseMessages.form());
    }

    @Test
    void whatIsSaved() {
        Golden.assertMatches("settings/saved", SettingsMessages.saved(CHOSEN, BERLIN));
    }

    @Test
    void whatTheFormShowsCanBeSentBackUnchanged() {
        var reading = DaysOffText.read(DaysOffText.write(CHOSEN.daysOff(), TODAY), TODAY);

        assertThat(reading.problem()).isNull();
        assertThat(reading.days())
                .containsExactly(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 6));
    }

    @ParameterizedTest
    @CsvSource({"Germany,DE", "germany,DE", "de,DE", "DE-BY,DE-BY", "UK,GB", "United Kingdom,GB", "usa,US", "Holland,NL"
    })
    void countriesAreReadAsPeopleWriteThem(String written, String code) {
        assertThat(Countries.code(written)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "XX", "DE-", "DE-<script>", "Germany-BY-", "123"})
    void whatIsNoCountryIsNone(String written) {
        assertThat(Countries.code(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31 February",
                "2 January - 24 December 2026",
                "1 December 2026 - 2 December 2025",
                "tomorrow - yesterday"
            })
    void daysThatCannotBeAreNotKept(String written) {
        var reading = DaysOffText.read(written, TODAY);

        assertThat(reading.days()).isEmpty();
        assertThat(reading.problem()).isNotNull();
    }

    @Test
    void aForgedFormIsToldEverythingThatIsWrongWithIt() {
        ViewSubmission forged = new ViewSubmission(
                "U1",
                "settings",
                "V1",
                "",
                Map.of(
                        "hour", List.of("nine-ish"),
                        "days", List.of("9", "x"),
                        "budget", List.of("40"),
                        "country", List.of("'; drop table"),
                        "days-off", List.of("2026-99-99")),
                Map.of());

        assertThat(new SettingsReader(forged, TODAY).errors())
                .containsOnlyKeys("hour", "days", "budget", "country", "days-off");
    }

    @Test
    void aDoNotDisturbThatCoversTheDayIsSaid() {
        CoveredDays hidden = new CoveredDays(4, 3, TODAY, false);

        Golden.assertMatches("settings/out-of-reach", PauseMessages.outOfReach(3));
        assertThat(PauseMessages.doNotDisturb(hidden, Preferences.DEFAULT, BERLIN)
                        .orElseThrow())
                .contains("your whole workday, 3 days in a row");
        assertThat(PauseMessages.doNotDisturb(new CoveredDays(3, 0, TODAY, false), Preferences.DEFAULT, BERLIN)
                        .orElseThrow())
                .contains("is on at 09:30");
        assertThat(PauseMessages.doNotDisturb(new CoveredDays(2, 2, TODAY, false), Preferences.DEFAULT, BERLIN))
                .isEmpty();
    }

    @Test
    void aFormWithoutDaysSaysHowToHearNothing() {
        ViewSubmission without = new ViewSubmission(
                "U1",
                "settings",
                "V1",
                "",
                Map.of("hour", List.of("09:30"), "days", List.of(), "budget", List.of("1")),
                Map.of());

        assertThat(new SettingsReader(without, TODAY).errors())
                .containsExactly(Map.entry("days", "Choose at least one day. To stop all messages, pause instead."));
    }
}
