package dev.fieldcert.slack.inbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies Slack's request signature: {@code v0=} and the hex HMAC-SHA256 of {@code v0:timestamp:body} under the
 * signing secret. Compares in constant time. Accepts timestamps up to five minutes in the past or in the future.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying requests from Slack</a>
 */
final class SignatureCheck {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;
    private final Clock clock;

    SignatureCheck(String signingSecret, Clock clock) {
        this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /** The result of checking a request's signature. */
    enum Verdict {
        ACCEPTED,
        /** No signature of the kind that Slack sends; anybody on the network can send such a request. */
        UNSIGNED,
        /** Not signed with our secret. */
        OTHER_SECRET,
        /**
         * Signed with our secret, but at another time: this machine's clock is wrong, or somebody is replaying an old
         * request.
         */
        OTHER_TIME
    }

    Verdict check(String timestamp, String signature, byte[] body) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}") || !signature.startsWith("v0=")) {
            return Verdict.UNSIGNED;
        }
        byte[] expected = ("v0=" + HexFormat.of().formatHex(hmac(timestamp, body))).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            return Verdict.OTHER_SECRET;
        }
        return ahead(timestamp).abs().compareTo(TOLERANCE) > 0 ? Verdict.OTHER_TIME : Verdict.ACCEPTED;
    }

    /** How far this machine's clock is ahead of the request's timestamp; negative if behind. */
    Duration ahead(String timestamp) {
        return Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
    }

    private byte[] hmac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
