package dev.fieldcert.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between Slack and the instances, as a load balancer and the internet do: spreads deliveries, repeats them, holds
 * them back so that later ones come first, and loses acknowledgements on the way back.
 */
final class Deliveries implements AutoCloseable {

    private static final Duration BUDGET = Duration.ofMillis(2_900);
    private static final Pattern FEEDBACK = Pattern.compile("feedback (" + ChaosLearner.FEEDBACK + ")");

    private final List<BotProcess> bots;
    private final Counts counts;
    private final Random random;
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(4);
    private final Set<String> feedbackAcknowledged = ConcurrentHashMap.newKeySet();
    private volatile boolean troubled;

    Deliveries(List<BotProcess> bots, Counts counts, long seed) {
        this.bots = bots;
        this.counts = counts;
        this.random = new Random(seed);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::deliver);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    void troubled(boolean on) {
        troubled = on;
    }

    /** What pupils wrote about the program, as far as an instance said that it has it. */
    Set<String> feedbackAcknowledged() {
        return feedbackAcknowledged;
    }

    private synchronized double chance() {
        return random.nextDouble();
    }

    private void deliver(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean form = new String(body, StandardCharsets.UTF_8).contains("view_submission");
            double fate = troubled && !form ? chance() : 1;
            if (fate < 0.13) {
                int more = fate < 0.03 ? 3 : 1;
                counts.add(more == 3 ? "deliveries made four times" : "deliveries made twice");
                for (int i = 0; i < more; i++) {
                    long wait = Math.round(chance() * 3_000);
                    later.schedule(() -> forward(exchange, body), wait, TimeUnit.MILLISECONDS);
                }
            } else if (fate < 0.16) {
                counts.add("deliveries held back");
                pause(Math.round(chance() * 2_000));
            }
            Answer answer = forward(exchange, body);
            if (fate > 0.16 && fate < 0.19) {
                counts.add("acknowledgements lost");
                answer = new Answer(504, new byte[0], null);
            }
            counts.add(answer.status / 100 == 2 ? "deliveries acknowledged" : "deliveries not acknowledged");
            if (answer.type != null) {
                exchange.getResponseHeaders().set("Content-Type", answer.type);
            }
            exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            if (answer.body.length > 0) {
                exchange.getResponseBody().write(answer.body);
            }
        }
    }

    private record Answer(int status, byte[] body, String type) {}

    private Answer forward(HttpExchange exchange, byte[] body) {
        List<BotProcess> up = new ArrayList<>(bots);
        java.util.Collections.rotate(up, (int) (chance() * up.size()));
        up.removeIf(bot -> !bot.isReady());
        if (up.isEmpty()) {
            return new Answer(502, new byte[0], null);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(up.get(0).events())
                .timeout(BUDGET)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.toLowerCase(java.util.Locale.ROOT).startsWith("x-slack")
                    || name.equalsIgnoreCase("Content-Type")) {
                request.header(name, values.get(0));
            }
        });
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Matcher feedback = FEEDBACK.matcher(new String(body, StandardCharsets.UTF_8));
            if (response.statusCode() == 200 && feedback.find()) {
                feedbackAcknowledged.add(feedback.group(1));
            }
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(null));
        } catch (IOException e) {
            return new Answer(502, new byte[0], null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(502, new byte[0], null);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        later.shutdownNow();
        threads.shutdownNow();
    }
}
