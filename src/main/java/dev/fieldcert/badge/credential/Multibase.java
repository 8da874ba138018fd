package dev.fieldcert.badge.credential;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes as self-describing text (W3C Controlled Identifiers 1.0, section 2.4): {@code z} base58-btc, {@code u} base64url
 * without padding.
 */
final class Multibase {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger FIFTY_EIGHT = BigInteger.valueOf(58);

    /** Longer than any key or signature; the conversion is quadratic. */
    private static final int MAX_BASE58_LENGTH = 200;

    private Multibase() {}

    static String base58(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; ) {
            BigInteger[] division = rest.divideAndRemainder(FIFTY_EIGHT);
            text.append(BASE58.charAt(division[1].intValue()));
            rest = division[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append('1');
        }
        return "z" + text.reverse();
    }

    static String base64url(byte[] bytes) {
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when the text is neither base58-btc nor base64url */
    static byte[] decode(String text) {
        if (text.startsWith("u")) {
            return Base64.getUrlDecoder().decode(text.substring(1));
        }
        if (text.startsWith("z") && text.length() <= MAX_BASE58_LENGTH) {
            return decodeBase58(text.substring(1));
        }
        throw new IllegalArgumentException(
                "Not base58-btc or base64url: " + text.substring(0, Math.min(8, text.length())));
    }

    private static byte[] decodeBase58(String digits) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : digits.toCharArray()) {
            int value = BASE58.indexOf(digit);
            if (value < 0) {
                throw new IllegalArgumentException("Not a base58 digit: " + digit);
            }
            number = number.multiply(FIFTY_EIGHT).add(BigInteger.valueOf(value));
        }
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '1') {
            zeros++;
        }
        byte[] magnitude = number.signum() == 0 ? new byte[0] : number.toByteArray();
        int start = magnitude.length > 0 && magnitude[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + magnitude.length - start];
        System.arraycopy(magnitude, start, bytes, zeros, magnitude.length - start);
        return bytes;
    }

    static boolean startsWith(byte[] bytes, byte... prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
