package dev.fieldcert.badge.credential;

import static com.apicatalog.multibase.Multibase.BASE_58_BTC;
import static com.apicatalog.multibase.Multibase.BASE_64_URL;

import java.util.Arrays;

/**
 * The two text encodings that keys and signatures use; the first character names the encoding (W3C Controlled
 * Identifiers 1.0, section 2.4).
 */
final class Multibase {

    /** Longer than any key or signature. The limit is necessary because decoding takes quadratic time. */
    private static final int MAX_BASE58_LENGTH = 200;

    private Multibase() {}

    static String base58(byte[] bytes) {
        return BASE_58_BTC.encode(bytes);
    }

    static String base64url(byte[] bytes) {
        return BASE_64_URL.encode(bytes);
    }

    /** @throws IllegalArgumentException if the text is neither base58-btc nor base64url */
    static byte[] decode(String text) {
        return BASE_58_BTC.isEncoded(text) && text.length() <= MAX_BASE58_LENGTH
                ? BASE_58_BTC.decode(text)
                : BASE_64_URL.decode(text);
    }

    static boolean startsWith(byte[] bytes, byte... prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
