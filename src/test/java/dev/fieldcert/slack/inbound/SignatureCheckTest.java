package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.slack.inbound.SignatureCheck.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of Slack's own documentation, and everything that is nearly it. */
class SignatureCheckTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String TIMESTAMP = "1531420618";
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final String BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
            + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static boolean accepts(long secondsLater, String timestamp, String signature, String body) {
        return check(SECRET, secondsLater, timestamp, signature, body) == Verdict.ACCEPTED;
    }

    private static Verdict check(String secret, long secondsLater, String timestamp, String signature, String body) {
        Instant now = Instant.ofEpochSecond(Long.parseLong(TIMESTAMP) + secondsLater);
        return new SignatureCheck(secret, Clock.fixed(now, ZoneOffset.UTC))
                .check(timestamp, signature, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aWrongSecretAndAWrongClockAreToldApart() {
        assertThat(check("another", 0, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(Verdict.OTHER_SECRET);
        assertThat(check(SECRET, 3600, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(Verdict.OTHER_TIME);
        assertThat(check(SECRET, -3600, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(Verdict.OTHER_TIME);
        assertThat(check(SECRET, 0, null, null, BODY)).isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void slacksOwnExampleIsAccepted() {
        assertThat(accepts(0, TIMESTAMP, SIGNATURE, BODY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, false", "-300, true", "-301, false"})
    void aRequestIsAcceptedForFiveMinutesEitherWay(long secondsLater, boolean accepted) {
        assertThat(accepts(secondsLater, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(accepted);
    }

    @Test
    void aChangedBodyIsRefused() {
        assertThat(accepts(0, TIMESTAMP, SIGNATURE, BODY + " ")).isFalse();
    }

    @Test
    void aChangedTimestampIsRefused() {
        assertThat(accepts(0, "1531420619", SIGNATURE, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v0=", "v0=a2114d57", "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"})
    void anythingElseIsRefused(String signature) {
        assertThat(accepts(0, TIMESTAMP, signature, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1531420618", "1531420618.0", "99999999999999999999", "now"})
    void aTimestampThatIsNoneIsRefused(String timestamp) {
        assertThat(accepts(0, timestamp, SIGNATURE, BODY)).isFalse();
    }

    @Test
    void missingHeadersAreRefused() {
        assertThat(accepts(0, null, SIGNATURE, BODY)).isFalse();
        assertThat(accepts(0, TIMESTAMP, null, BODY)).isFalse();
    }
}
