package dev.fieldcert.local.workspace.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.fieldcert.local.workspace.wire.Http;
import java.io.IOException;
import java.util.Map;

/** The page's own files, from {@code /local/workspace/} on the class path. */
public final class PageAssets implements HttpHandler {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.equals("/") ? "index.html" : path.substring(1);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (!name.matches("[a-z-]+\\.[a-z]+") || !TYPES.containsKey(extension)) {
            Http.text(exchange, 404, "not found");
            return;
        }
        try (var file = PageAssets.class.getResourceAsStream("/local/workspace/" + name)) {
            if (file == null) {
                Http.text(exchange, 404, "not found");
                return;
            }
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'self'; img-src 'self' data: http: https:; style-src 'self' 'unsafe-inline'; "
                                    + "frame-ancestors 'none'");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            Http.send(exchange, 200, TYPES.get(extension), file.readAllBytes());
        }
    }
}
