package dev.fieldcert.badge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The holder of a badge. Without the name, only people who know the holder's e-mail address can tell who it is.
 *
 * @param id a random {@code urn:uuid:}, the same for all badges of one person
 * @param salt random, one per award
 * @param emailHash {@code sha256$} and the hexadecimal SHA-256 of the lowercase e-mail address followed by the salt
 * @param name present only with the person's consent, because it cannot be removed once it is signed
 */
public record Recipient(String id, String salt, String emailHash, Optional<String> name) {

    public Recipient {
        if (!id.startsWith("urn:uuid:")) {
            throw new IllegalArgumentException("A recipient is named by a urn:uuid, not by: " + id);
        }
    }

    public static Recipient of(UUID id, String email, String salt, Optional<String> name) {
        return new Recipient("urn:uuid:" + id, salt, hash(email, salt), name);
    }

    public boolean isAt(String email) {
        return hash(email, salt).equals(emailHash);
    }

    /** Computes the Open Badges 3.0 {@code IdentityHash}: the salt is appended to the address before hashing. */
    public static String hash(String email, String salt) {
        String salted = email.strip().toLowerCase(Locale.ROOT) + salt;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(salted.getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
