package dev.fieldcert.local.workspace.page;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import dev.fieldcert.local.workspace.wire.Http;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** Refuses requests whose {@code Host} or {@code Origin} is not a loopback name, even if it resolves to 127.0.0.1. */
public final class LoopbackGuard extends Filter {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    public String description() {
        return "refuses requests whose Host or Origin is not the loopback interface";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (isLoopback("http://" + host) && (origin == null || isLoopback(origin))) {
            chain.doFilter(exchange);
        } else {
            Http.text(exchange, 403, "The local workspace answers to 127.0.0.1 and localhost only.");
        }
    }

    private static boolean isLoopback(String url) {
        try {
            String host = URI.create(url).getHost();
            return host != null && LOOPBACK.contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
