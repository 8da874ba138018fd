package dev.fieldcert.badge.credential;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Puts a credential into a PNG and reads it (Open Badges 3.0, section 5.3.1). The credential is one uncompressed
 * {@code iTXt} chunk with the keyword {@code openbadgecredential}. Only chunks are read, never pixels, so the size of
 * a picture does not matter.
 */
public final class PngBaking {

    static final String KEYWORD = "openbadgecredential";
    /** The keyword in Open Badges 1 and 2. */
    private static final String EARLIER_KEYWORD = "openbadges";

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MAX_SIDE = 8_192;
    private static final int MAX_CHUNKS = 2_000;

    private PngBaking() {}

    /** The position of a chunk in the file. */
    private record Chunk(String type, int start, int length) {
        int data() {
            return start + 8;
        }

        int end() {
            return data() + length + 4;
        }
    }

    public static boolean isPng(byte[] bytes) {
        return Multibase.startsWith(bytes, SIGNATURE);
    }

    /**
     * Returns the picture with this credential, which replaces any other.
     *
     * @param credential compact JWS, or JSON with its proof
     */
    public static byte[] bake(byte[] png, String credential) {
        return copy(png, Optional.of(credential));
    }

    /** Returns the picture without a credential. */
    public static byte[] strip(byte[] png) {
        return copy(png, Optional.empty());
    }

    private static byte[] copy(byte[] png, Optional<String> credential) {
        ByteArrayOutputStream baked = new ByteArrayOutputStream(png.length);
        baked.write(png, 0, SIGNATURE.length);
        for (int at = SIGNATURE.length; at < png.length; ) {
            Chunk chunk = chunk(png, at);
            if (chunk.type().equals("IEND")) {
                credential.ifPresent(text -> write(baked, text));
            }
            if (!isCredential(png, chunk)) {
                baked.write(png, chunk.start(), chunk.end() - chunk.start());
            }
            at = chunk.end();
        }
        return baked.toByteArray();
    }

    /**
     * Reads the credential from a picture; empty if there is none.
     *
     * @throws BakingRefused if the file is not a valid PNG, has data after its end, or contains more than one
     *     credential
     */
    public static Optional<String> read(byte[] png) {
        if (!isPng(png)) {
            throw new BakingRefused("This is not a PNG picture.");
        }
        String found = null;
        boolean ended = false;
        int count = 0;
        for (int at = SIGNATURE.length; at < png.length; ) {
            if (ended) {
                throw new BakingRefused("The picture has more data after its end: it is two files in one.");
            }
            if (++count > MAX_CHUNKS) {
                throw new BakingRefused("The picture has more than " + MAX_CHUNKS + " parts.");
            }
            Chunk chunk = chunk(png, at);
            if (count == 1) {
                refuseUnsoundHeader(png, chunk);
            }
            if (isCredential(png, chunk)) {
                if (found != null) {
                    throw BakingRefused.moreThanOne();
                }
                found = text(png, chunk);
            }
            ended = chunk.type().equals("IEND");
            at = chunk.end();
        }
        if (!ended) {
            throw new BakingRefused("The picture breaks off before its end.");
        }
        return Optional.ofNullable(found);
    }

    /**
     * Reads the badge of Open Badges 1 or 2 from a picture. Returns empty if there is none, and an empty text if it is
     * compressed.
     *
     * @throws BakingRefused if the file is not a valid PNG
     */
    public static Optional<String> readEarlier(byte[] png) {
        for (int at = SIGNATURE.length; at < png.length; ) {
            Chunk chunk = chunk(png, at);
            if (hasKeyword(png, chunk, EARLIER_KEYWORD)) {
                int from = chunk.data() + EARLIER_KEYWORD.length() + 1;
                String text = new String(png, from, chunk.data() + chunk.length() - from, StandardCharsets.UTF_8);
                return Optional.of(
                        switch (chunk.type()) {
                            case "tEXt" -> text;
                            case "iTXt" -> text.startsWith("\0") ? text.substring(text.lastIndexOf('\0') + 1) : "";
                            default -> "";
                        });
            }
            at = chunk.end();
        }
        return Optional.empty();
    }

    private static void refuseUnsoundHeader(byte[] png, Chunk chunk) {
        if (!chunk.type().equals("IHDR") || chunk.length() != 13) {
            throw new BakingRefused("The picture does not begin as a PNG begins.");
        }
        int width = ByteBuffer.wrap(png).getInt(chunk.data());
        int height = ByteBuffer.wrap(png).getInt(chunk.data() + 4);
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new BakingRefused(
                    "The picture says it is larger than %d by %d pixels.".formatted(MAX_SIDE, MAX_SIDE));
        }
    }

    private static Chunk chunk(byte[] png, int at) {
        if (png.length - at < 12) {
            throw new BakingRefused("The picture breaks off before its end.");
        }
        int length = ByteBuffer.wrap(png).getInt(at);
        if (length < 0 || length > png.length - at - 12) {
            throw new BakingRefused("The picture breaks off before its end.");
        }
        Chunk chunk = new Chunk(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1), at, length);
        CRC32 crc = new CRC32();
        crc.update(png, at + 4, length + 4);
        if ((int) crc.getValue() != ByteBuffer.wrap(png).getInt(at + 8 + length)) {
            throw new BakingRefused("The picture is damaged: a checksum does not fit.");
        }
        return chunk;
    }

    private static boolean isCredential(byte[] png, Chunk chunk) {
        return hasKeyword(png, chunk, KEYWORD);
    }

    private static boolean hasKeyword(byte[] png, Chunk chunk, String word) {
        boolean textual = chunk.type().equals("iTXt")
                || chunk.type().equals("tEXt")
                || chunk.type().equals("zTXt");
        byte[] keyword = (word + "\0").getBytes(StandardCharsets.US_ASCII);
        return textual
                && chunk.length() >= keyword.length
                && Arrays.equals(png, chunk.data(), chunk.data() + keyword.length, keyword, 0, keyword.length);
    }

    private static String text(byte[] png, Chunk chunk) {
        if (!chunk.type().equals("iTXt")) {
            throw new BakingRefused(
                    "The picture's credential is in a “" + chunk.type() + "” part; it must be in “iTXt”.");
        }
        int at = chunk.data() + KEYWORD.length() + 1;
        int end = chunk.data() + chunk.length();
        if (end - at < 4 || png[at] != 0 || png[at + 1] != 0) {
            throw new BakingRefused("The picture's credential is compressed; Open Badges wants it plain.");
        }
        int language = zero(png, at + 2, end);
        int translated = zero(png, language + 1, end);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(png, translated + 1, end - translated - 1))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BakingRefused("The picture's credential is not UTF-8 text.");
        }
    }

    private static int zero(byte[] png, int from, int end) {
        for (int at = from; at < end; at++) {
            if (png[at] == 0) {
                return at;
            }
        }
        throw new BakingRefused("The picture's credential is not written as PNG text is.");
    }

    private static void write(ByteArrayOutputStream baked, String credential) {
        byte[] head = (KEYWORD + "\0\0\0\0\0").getBytes(StandardCharsets.US_ASCII);
        byte[] text = credential.getBytes(StandardCharsets.UTF_8);
        ByteBuffer chunk = ByteBuffer.allocate(12 + head.length + text.length)
                .putInt(head.length + text.length)
                .put("iTXt".getBytes(StandardCharsets.US_ASCII))
                .put(head)
                .put(text);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, chunk.position() - 4);
        chunk.putInt((int) crc.getValue());
        baked.writeBytes(chunk.array());
    }
}
