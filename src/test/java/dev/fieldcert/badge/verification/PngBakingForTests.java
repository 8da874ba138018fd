package dev.fieldcert.badge.verification;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** PNG files no decent program would write. */
final class PngBakingForTests {

    private static final int END = 12;

    private PngBakingForTests() {}

    /** The last chunk before the end, which is the credential, once more. */
    static byte[] twice(byte[] baked) {
        int at = 8;
        int last = at;
        while (at < baked.length - END) {
            last = at;
            at += 12 + ByteBuffer.wrap(baked).getInt(at);
        }
        byte[] chunk = java.util.Arrays.copyOfRange(baked, last, at);
        return beforeEnd(baked, chunk);
    }

    static byte[] with(byte[] png, String type, byte[] data) {
        return beforeEnd(png, chunk(type, data));
    }

    /** A picture that says it is as large as it likes. */
    static byte[] ofSize(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 6, 0, 0, 0})
                        .array()));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    static byte[] itxt(boolean compressed, byte[] text) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes("openbadgecredential\0".getBytes(StandardCharsets.US_ASCII));
        data.writeBytes(new byte[] {(byte) (compressed ? 1 : 0), 0, 0, 0});
        data.writeBytes(text);
        return data.toByteArray();
    }

    private static byte[] beforeEnd(byte[] png, byte[] chunk) {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(png, 0, png.length - END);
        more.writeBytes(chunk);
        more.write(png, png.length - END, END);
        return more.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
