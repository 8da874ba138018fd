package dev.fieldcert.slack.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Said on Wednesday 25 November 2026. */
class PauseTextTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pause until January 7              | 2027-01-07
            Pause until the 7th of January.    | 2027-01-07
            pause until January 7              | 2027-01-07
            pause until Jan 7th, 2027          | 2027-01-07
            pause until 2027-01-07             | 2027-01-07
            pause until 7.1.                   | 2027-01-07
            pause till 7.1.2027                | 2027-01-07
            pause until 13/1/2027              | 2027-01-13
            pause until 1/13                   | 2027-01-13
            pause until 12/12                  | 2026-12-12
            pause until 30 november            | 2026-11-30
            pause until Monday                 | 2026-11-30
            pause until next Monday            | 2026-11-30
            pause until Friday                 | 2026-11-27
            pause until next Friday            | 2026-12-04
            pause until Wednesday              | 2026-12-02
            pause until tomorrow               | 2026-11-26
            pause until next week              | 2026-11-30
            pause until next month             | 2026-12-01
            pause for 2 weeks                  | 2026-12-09
            pause for a day                    | 2026-11-26
            pause my lessons for three months  | 2027-02-25
            pause until sept 1                 | 2027-09-01
            """)
    void aDayToComeIsUnderstood(String command, LocalDate until) {
        assertThat(PauseText.read(command, TODAY)).hasValue(new ScheduleRequest.PauseUntil(until));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pause until yesterday       | Tuesday, November 24, 2026 has already passed. When should I start messaging you again?
            pause until 2026-07-01      | Wednesday, July 1, 2026 has already passed. When should I start messaging you again?
            pause until today           | Wednesday, November 25, 2026 is today. When should I start messaging you again?
            pause until 31 April        | There’s no April 31 in that year. When should I start messaging you again?
            pause until 29 Feb          | There’s no February 29 in that year. When should I start messaging you again?
            pause until 13.13.2027      | There’s no 13.13. in that year. When should I start messaging you again?
            pause until 0 May           | There’s no May 0 in that year. When should I start messaging you again?
            pause until 7/1             | “7/1” could mean two days. Write the month as a word, like “January 7” or “July 1”.
            pause for 0 days            | I couldn’t read “0 day” as a length of time. Try “pause for 2 weeks”.
            pause until 2099-01-01      | That’s more than a year away. Type “pause” by itself, and I’ll stay quiet until you type “resume”.
            pause for 9999 years        | That’s more than a year away. Type “pause” by itself, and I’ll stay quiet until you type “resume”.
            pause until the cows come home | I couldn’t read “the cows come home” as a day. Try “pause until January 7” or “pause for 2 weeks”.
            remind me at 25:00          | “25:00” isn’t a time. Try “9:30” or “2 pm”.
            remind me at 9:75           | “9:75” isn’t a time. Try “9:30” or “2 pm”.
            remind me at 13 pm          | “13 pm” isn’t a time. Try “9:30” or “2 pm”.
            25:00                       | “25:00” isn’t a time. Try “9:30” or “2 pm”.
            remind me at 3:00           | I don’t message you at night. Choose a time between 5 AM and 10 PM.
            remind me at dawn           | I couldn’t read “dawn” as a time of day. Try “9:30” or “2 pm”.
            """)
    void whatCannotBeIsAnsweredKindly(String command, String sentence) {
        assertThat(PauseText.read(command, TODAY)).hasValue(new ScheduleRequest.Problem(sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "remind me at 9:30, 09:30",
        "Remind me at 9.30, 09:30",
        "remind me every day at 9, 09:00",
        "remind me at 2 pm, 14:00",
        "remind me at 12:15pm, 12:15",
        "please contact me at noon, 12:00",
        "9:30, 09:30",
        "9.30, 09:30"
    })
    void aTimeOfDayIsUnderstood(String command, LocalTime time) {
        assertThat(PauseText.read(command, TODAY)).hasValue(new ScheduleRequest.ContactAt(time));
    }

    @Test
    void pauseAloneHasNoEndAndResumeEndsIt() {
        assertThat(PauseText.read("Pause!", TODAY)).hasValue(new ScheduleRequest.PauseUntilResumed());
        assertThat(PauseText.read("resume", TODAY)).hasValue(new ScheduleRequest.Resume());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "what is a paused deal?", "monday", "pausefor", "I resumed the call"})
    void otherTalkIsLeftToOthers(String command) {
        assertThat(PauseText.read(command, TODAY)).isEmpty();
    }

    @Test
    void aLeapDayIsUnderstoodInALeapYear() {
        assertThat(PauseText.day("29 February", LocalDate.of(2027, 11, 25)))
                .isEqualTo(new ScheduleRequest.PauseUntil(LocalDate.of(2028, 2, 29)));
    }

    @Test
    void nothingAtAllIsAProblemNotAnException() {
        assertThat(PauseText.read(null, TODAY)).isEmpty();
        assertThat(PauseText.day(null, TODAY)).isInstanceOf(ScheduleRequest.Problem.class);
        assertThat(PauseText.time(null)).isInstanceOf(ScheduleRequest.Problem.class);
    }
}
