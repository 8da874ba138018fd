package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.badge.credential.SigningAlgorithm;
import dev.fieldcert.badge.credential.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An issuer with keys, a badge it issued, and its verifier. */
final class Fixture {

    static final SigningKeys KEYS = SigningKeys.generate(SigningAlgorithm.ES256);
    static final SigningKeys STRANGER = SigningKeys.generate(SigningAlgorithm.ES256);
    static final IssuedBadge ISSUED =
            IssuedBadge.issue(Badges.award(), Badges.TERRITORY, Badges.PROGRAM, Badges.ISSUER, KEYS);

    private Fixture() {}

    static BadgeVerifier verifier() {
        return verifier(Map.of());
    }

    static BadgeVerifier verifier(Map<Integer, Standing.Revoked> revoked) {
        Map<Integer, Standing.Revoked> copy = new HashMap<>(revoked);
        return new BadgeVerifier(new OwnBadges(
                Badges.ISSUER, KEYS.published(), Optional.of(index -> Optional.ofNullable(copy.get(index)))));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(json));
    }

    static String header(String token) {
        return decoded(token.split("\\.")[0]);
    }

    static String payload(String token) {
        return decoded(token.split("\\.")[1]);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
