package dev.fieldcert.slack.admin.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.slack.blockkit.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTextTest {

    private static final When BERLIN = When.in("Europe/Berlin", "en-US", Instant.parse("2026-11-02T08:00:00Z"));

    @ParameterizedTest
    @EnumSource
    void eachReasonIsASentenceWithItsFacts(Reason.Code code) {
        Reason reason = Reason.of(code)
                .named("Pain")
                .counting(2)
                .on(LocalDate.of(2026, 11, 2))
                .at(LocalTime.of(9, 30))
                .at(Instant.parse("2026-11-02T12:00:00Z"));

        assertThat(ReasonText.of(reason, BERLIN)).endsWith(".").doesNotContain("null", "Optional", "{");
    }

    @Test
    void theNotesFollowAndTimesAreLocal() {
        Reason reason = Reason.of(Reason.Code.SNOOZED)
                .at(Instant.parse("2026-11-02T12:00:00Z"))
                .noting(List.of(Reason.of(Reason.Code.UNKNOWN_ZONE).named("Mars/Olympus")));

        assertThat(ReasonText.of(reason, BERLIN))
                .isEqualTo("Snoozed by the learner until Monday, November 2 at 1:00 PM. "
                        + "The time zone “Mars/Olympus” is unknown, so UTC is used.");
    }
}
