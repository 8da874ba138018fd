package dev.fieldcert.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As little HTTP/1.1 as a load generator needs: on two cores, what it spends the bot does not get. */
final class Wire {

    private Wire() {}

    /** @param length of the body; -1 when it comes in chunks */
    record Headers(int length, boolean close) {}

    /** @return an empty line at the end of the stream, too */
    static String line(InputStream in) throws IOException {
        byte[] bytes = new byte[512];
        int length = 0;
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                if (length == bytes.length) {
                    bytes = java.util.Arrays.copyOf(bytes, length * 2);
                }
                bytes[length++] = (byte) next;
            }
            next = in.read();
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    static Headers headers(InputStream in) throws IOException {
        int length = 0;
        boolean close = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                length = -1;
            } else if (lower.startsWith("connection:") && lower.contains("close")) {
                close = true;
            }
        }
        return new Headers(length, close);
    }

    /** @return the status, and whether the connection ends */
    static int response(InputStream in, boolean[] close) throws IOException {
        String status = line(in);
        if (status.isEmpty()) {
            throw new EOFException("The connection was closed instead of an answer");
        }
        Headers headers = headers(in);
        close[0] = headers.close();
        if (headers.length() >= 0) {
            in.skipNBytes(headers.length());
        } else {
            int chunk = Integer.parseInt(line(in).strip(), 16);
            while (chunk > 0) {
                in.skipNBytes(chunk);
                line(in);
                chunk = Integer.parseInt(line(in).strip(), 16);
            }
            line(in);
        }
        return Integer.parseInt(status.split(" ")[1]);
    }
}
