package dev.fieldcert.local.workspace.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads an uploaded file, which is sent as it is or as the first part of a multipart form. */
public final class Uploads {

    private Uploads() {}

    public static byte[] content(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        int boundary = type.indexOf("boundary=");
        if (!type.startsWith("multipart/") || boundary < 0) {
            return body;
        }
        String marker =
                "\r\n--" + type.substring(boundary + "boundary=".length()).replace("\"", "");
        // Latin-1 maps one character to one byte, so positions in the text are positions in the bytes.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("\r\n\r\n");
        int end = text.indexOf(marker, start);
        return start < 0 || end < 0 ? body : Arrays.copyOfRange(body, start + 4, end);
    }
}
