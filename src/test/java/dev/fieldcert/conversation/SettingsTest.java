package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.outbox.OutboxRelay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A learner says when to be written to. Her Monday is 2 November 2026, 10:00 in Berlin. */
class SettingsTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private static final String HOUR = "When should I message you?";
    private static final String COUNTRY = "Your country, for public holidays";
    private static final String DAYS_OFF = "Days off";

    private final Person ada = FIELD_CERT.hires("ada");

    private Person enrolled() {
        return ada.types("/cert enroll applying-devops").goesToTheBot();
    }

    @Test
    void theFormShowsWhatIsSetAndKeepsWhatIsSaved() {
        enrolled().types("/cert settings");
        assertThat(ada.seesInModal()).contains("Settings", "Europe/Berlin", HOUR);

        ada.enters(HOUR, "14:15")
                .ticks("Monday", "Wednesday")
                .chooses("Maximum messages per day", "3")
                .enters(COUNTRY, "Germany")
                .enters(DAYS_OFF, "24 December – 2 January\n6 January 2027")
                .submits();

        assertThat(ada.hasAFormOpen()).isFalse();
        assertThat(ada.goesToTheBot().sees())
                .contains(
                        "Saved.",
                        "14:15",
                        "on Mondays and Wednesdays",
                        "at most 3 times a day",
                        "public holidays in Germany",
                        "December 24, 2026 – January 2, 2027; January 6, 2027");
        var kept = FIELD_CERT.learner(ada).preferences();
        assertThat(kept.hour()).isEqualTo(LocalTime.of(14, 15));
        assertThat(kept.days()).isEqualTo(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY));
        assertThat(kept.budget()).isEqualTo(3);
        assertThat(kept.country()).isEqualTo("DE");
        assertThat(kept.daysOff())
                .hasSize(11)
                .startsWith(LocalDate.of(2026, 12, 24))
                .endsWith(LocalDate.of(2027, 1, 6));

        ada.types("/cert settings").submits();
        assertThat(FIELD_CERT.learner(ada).preferences()).isEqualTo(kept);
    }

    @Test
    void everythingThatIsWrongIsSaidBelowItsField() {
        enrolled().types("/cert settings");
        var before = FIELD_CERT.learner(ada).preferences();

        ada.enters(HOUR, "25:00")
                .enters(COUNTRY, "Atlantis")
                .enters(DAYS_OFF, "when it rains")
                .submits();

        ada.seesFieldError("“25:00” isn’t a time. Try “9:30” or “2 pm”.")
                .seesFieldError("I don’t know that country. Use its English name or its code, like Germany or DE.")
                .seesFieldError("I couldn’t read “when it rains” as future dates. Put one day or range per line: "
                        + "December 24 – January 2");
        assertThat(ada.hasAFormOpen()).isTrue();
        assertThat(FIELD_CERT.learner(ada).preferences()).isEqualTo(before);
    }

    @Test
    void aTimeInTheNightAndALongAbsenceAreRefusedWithAWayOut() {
        enrolled().types("/cert settings");

        ada.enters(HOUR, "03:00").enters(DAYS_OFF, "1 December - 1 July").submits();

        ada.seesFieldError("I don’t message you at night. Choose a time between 5 AM and 10 PM.")
                .seesFieldError("That’s more than 120 days. For a long absence, pause instead.");
    }

    @Test
    void aCountryWhoseHolidaysNobodyKnowsIsKeptAndItSaysSo() {
        enrolled().types("/cert settings");

        ada.enters(COUNTRY, "Tuvalu").submits();

        assertThat(ada.goesToTheBot().sees()).contains("I don’t have the public holidays in Tuvalu");
        assertThat(FIELD_CERT.learner(ada).preferences().country()).isEqualTo("TV");
    }

    @Test
    void inTheDirectMessagesTheWordLeadsToTheForm() {
        enrolled().types("settings");
        assertThat(ada.sees()).contains("Your settings", "09:30", "Monday to Friday");

        ada.clicks("Change settings");

        assertThat(ada.seesInModal()).contains(HOUR);
    }

    @Test
    void sheAsksInHerOwnWordsToBeWrittenToAtAnotherTime() {
        enrolled().types("remind me at 2 pm");
        assertThat(ada.sees()).contains("14:00");
        assertThat(FIELD_CERT.learner(ada).preferences().hour()).isEqualTo(LocalTime.of(14, 0));

        ada.types("remind me at 25:00");
        assertThat(ada.sees()).contains("“25:00” isn’t a time");

        ada.types("remind me of the milk");
        assertThat(ada.sees()).contains("remind me at 9:30");
    }

    @Test
    void aPauseByMessageKeepsEverythingQuietUntilItsDay() {
        enrolled().types("pause until January 7");
        assertThat(ada.sees()).contains("Paused until Thursday, January 7, 2027.", "[Resume]");
        assertThat(FIELD_CERT.learner(ada).preferences().pausedUntil()).isEqualTo("2027-01-07");
        int command = ada.seesMessages().size();

        for (int day = 0; day < 14; day++) {
            FIELD_CERT.later(Duration.ofDays(1));
        }

        assertThat(ada.seesMessages()).hasSize(command);
    }

    @Test
    void aPauseByCommandEndsWithResume() {
        enrolled().types("/cert pause for 2 weeks");
        assertThat(ada.sees()).contains("Paused until Monday, November 16, 2026.");

        ada.types("/cert resume");

        assertThat(ada.sees()).contains("Welcome back", "[What’s next?]");
        assertThat(FIELD_CERT.learner(ada).preferences().pausedUntil()).isNull();

        ada.types("/cert resume");
        assertThat(ada.sees()).contains("Nothing is paused.");
    }

    @Test
    void aPauseWithoutADayLastsUntilResumedByItsButton() {
        enrolled().types("pause");
        assertThat(ada.sees()).contains("Paused until you resume.");
        assertThat(FIELD_CERT.learner(ada).preferences().stopped()).isTrue();

        ada.clicks("Resume");

        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("Welcome back"));
        assertThat(FIELD_CERT.learner(ada).preferences().stopped()).isFalse();
    }

    @Test
    void aPauseUntilYesterdayOrWhoKnowsWhenIsAskedBack() {
        enrolled().types("pause until yesterday");
        assertThat(ada.sees()).contains("has already passed");

        ada.types("pause until the cows come home");
        assertThat(ada.sees()).contains("I couldn’t read");
        assertThat(FIELD_CERT.learner(ada).preferences().pausedUntil()).isNull();
    }

    @Test
    void whatIsDueMeanwhileIsSaidWhenPausing() {
        var enrollment = FIELD_CERT
                .bean(EnrollLearner.class)
                .enroll(ada.id(), "applying-devops", "U0ADMIN", LocalDate.of(2026, 12, 1));
        FIELD_CERT.bean(OutboxRelay.class).deliver(enrollment);

        ada.goesToTheBot().types("pause until January 7");

        assertThat(ada.sees()).contains("Your due dates don’t change", "Applying DevOps – December 1, 2026");
    }
}
