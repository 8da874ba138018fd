package dev.fieldcert.local.workspace.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Tells open pages through Server-Sent Events that something has changed; each page then fetches what it shows. */
public final class LiveUpdates {

    private static final long HEARTBEAT_MILLIS = 15_000;

    private final AtomicLong version = new AtomicLong();

    public void changed() {
        synchronized (version) {
            version.incrementAndGet();
            version.notifyAll();
        }
    }

    /** Keeps the exchange open until the page goes away. */
    void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        long told = -1;
        while (!Thread.currentThread().isInterrupted()) {
            long now = version.get();
            String line = now == told ? ": still here\n\n" : "data: " + now + "\n\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
            told = now;
            awaitChange(told);
        }
    }

    private void awaitChange(long told) {
        try {
            synchronized (version) {
                if (version.get() == told) {
                    version.wait(HEARTBEAT_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
