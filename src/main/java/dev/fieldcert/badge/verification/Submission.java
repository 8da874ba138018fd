package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.credential.BakingRefused;
import dev.fieldcert.badge.credential.PngBaking;
import dev.fieldcert.badge.credential.StrictJson;
import dev.fieldcert.badge.credential.SvgBaking;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A parsed file that a visitor submitted.
 *
 * @param kind describes the file in words, such as “A PNG picture with a signed token in it.”
 * @param token the compact JWS; empty if the credential is not a token
 * @param header the token's header; empty if there is no token
 * @param content the credential as JSON: the token's payload, or the JSON itself with its proof
 * @param picture the picture that contained it; empty if there was none
 */
record Submission(
        String kind,
        Optional<String> token,
        Optional<JsonObject> header,
        JsonObject content,
        Optional<Picture> picture) {

    /** The picture without its credential. */
    record Picture(String mediaType, byte[] bytes) {}

    private Submission in(Picture of) {
        return new Submission(kind, token, header, content, Optional.of(of));
    }

    private static final Pattern COMPACT_JWS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    /**
     * Thrown if the file contains no credential that can be read. The message is a sentence for the person who sent
     * it.
     */
    static final class Refused extends Exception {
        private final boolean duplicate;
        private final boolean earlier;

        private Refused(String message, boolean duplicate) {
            this(message, duplicate, false);
        }

        private Refused(String message, boolean duplicate, boolean earlier) {
            super(message);
            this.duplicate = duplicate;
            this.earlier = earlier;
        }

        boolean isDuplicate() {
            return duplicate;
        }

        /** Whether the file contains a badge of a standard that is not read here. */
        boolean isEarlier() {
            return earlier;
        }
    }

    static Submission open(byte[] file) throws Refused {
        try {
            if (PngBaking.isPng(file)) {
                return text(baked(PngBaking.read(file), () -> PngBaking.readEarlier(file)), "A PNG picture with ")
                        .in(new Picture("image/png", PngBaking.strip(file)));
            }
            refuseKnownStrangers(file);
            String text = utf8(file);
            if (text.stripLeading().startsWith("<")) {
                return text(baked(SvgBaking.read(text), () -> SvgBaking.readEarlier(text)), "An SVG picture with ")
                        .in(new Picture("image/svg+xml", SvgBaking.strip(text).getBytes(StandardCharsets.UTF_8)));
            }
            return text(text.strip(), "");
        } catch (BakingRefused e) {
            throw new Refused(e.getMessage(), e.isDuplicate());
        } catch (StrictJson.Refused e) {
            throw new Refused(e.getMessage(), e.isDuplicate());
        }
    }

    private static Submission text(String text, String in) throws Refused {
        if (text.startsWith("{")) {
            return new Submission(
                    sentence(in, "a JSON credential"),
                    Optional.empty(),
                    Optional.empty(),
                    StrictJson.read(text),
                    Optional.empty());
        }
        if (!COMPACT_JWS.matcher(text).matches()) {
            throw new Refused("This isn’t a badge. Use JSON, a signed token, or a picture with a badge in it.", false);
        }
        String[] parts = text.split("\\.", -1);
        JsonObject header = StrictJson.read(decoded(parts[0]));
        JsonObject payload = StrictJson.read(decoded(parts[1]));
        return new Submission(
                sentence(in, "a signed token (JWT)"),
                Optional.of(text),
                Optional.of(header),
                payload,
                Optional.empty());
    }

    private static String sentence(String in, String what) {
        return in.isEmpty() ? Character.toUpperCase(what.charAt(0)) + what.substring(1) + "." : in + what + " in it.";
    }

    private static String baked(Optional<String> credential, Supplier<Optional<String>> earlier) throws Refused {
        if (credential.isPresent()) {
            return credential.get().strip();
        }
        Optional<String> before = earlier.get();
        throw before.isPresent()
                ? new Refused(EarlierBadge.sentence(before.get()), false, true)
                : new Refused("There’s no credential in this picture.", false);
    }

    private static void refuseKnownStrangers(byte[] file) throws Refused {
        if (startsWith(file, 'P', 'K')) {
            throw new Refused("This is a ZIP archive. Unpack it and use the badge itself.", false);
        }
        if (startsWith(file, 0x1f, 0x8b)) {
            throw new Refused("This file is compressed. Unpack it and use the badge itself.", false);
        }
        if (startsWith(file, '%', 'P', 'D', 'F')) {
            throw new Refused("This is a PDF. To verify the badge, go to the page named on the certificate.", false);
        }
        if (startsWith(file, 0xff, 0xd8) || startsWith(file, 'G', 'I', 'F')) {
            throw new Refused("Only PNG and SVG pictures can hold a badge.", false);
        }
    }

    private static boolean startsWith(byte[] file, int... start) {
        if (file.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((file[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String part) throws Refused {
        try {
            return utf8(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException e) {
            throw new Refused("The signed token is damaged: it is not base64url.", false);
        }
    }

    private static String utf8(byte[] bytes) throws Refused {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused("This isn’t a badge. Use JSON, a signed token, or a PNG or SVG picture.", false);
        }
    }
}
