package dev.fieldcert.slack.inbound;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.fieldcert.slack.routing.ErrorMessages;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.Workers;
import jakarta.annotation.PreDestroy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells people who have to wait that their request was received, once per burst of requests. Uses a thread of its own,
 * because the workers are busy at that time; when its queue is full, the notice is skipped.
 */
@Component
class BusyNotice {

    private static final Logger LOG = LoggerFactory.getLogger(BusyNotice.class);
    /** A burst ends when this much time has passed without another request that has to wait. */
    private static final Duration BURST = Duration.ofMinutes(2);

    private static final int WAITING = 500;
    private static final int REMEMBERED = 10_000;

    private final SlackSender slack;
    private final Workers workers;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
                Thread thread = new Thread(task, "one-moment");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    BusyNotice(SlackSender slack, Workers workers, Clock clock) {
        this.slack = slack;
        this.workers = workers;
        this.clock = clock;
    }

    /** Asks the sender for patience: the request is stored and will be processed later. */
    void please(IncomingRequest incoming) {
        if (incoming.person().isEmpty() || !isActionOfAPerson(incoming)) {
            return;
        }
        Instant now = clock.instant();
        if (told.size() > REMEMBERED) {
            told.values().removeIf(last -> last.plus(BURST).isBefore(now));
        }
        Instant last = told.put(incoming.person(), now);
        if (last == null || last.plus(BURST).isBefore(now)) {
            teller.execute(() -> tell(incoming));
        }
    }

    private static boolean isActionOfAPerson(IncomingRequest incoming) {
        String body = incoming.body();
        return !body.contains("\"bot_id\"") && (!body.contains("event_callback") || body.contains("\"message\""));
    }

    private void tell(IncomingRequest incoming) {
        workers.giveWay();
        try {
            Optional<String> url = responseUrl(incoming);
            if (url.isPresent()) {
                slack.respondEphemeral(url.get(), ErrorMessages.oneMoment());
            } else {
                slack.post(slack.dmWith(incoming.person()), ErrorMessages.oneMoment(), null);
            }
        } catch (SlackFailure failure) {
            LOG.warn("Could not ask for a moment person={} error={}", incoming.person(), failure.error());
        }
    }

    private static Optional<String> responseUrl(IncomingRequest incoming) {
        String body = incoming.body();
        for (String field : body.startsWith("{") ? new String[0] : body.split("&")) {
            if (field.startsWith("response_url=")) {
                return Optional.of(decoded(field));
            }
            if (field.startsWith("payload=")) {
                return fromJson(decoded(field));
            }
        }
        return fromJson(body);
    }

    private static String decoded(String field) {
        return URLDecoder.decode(field.substring(field.indexOf('=') + 1), StandardCharsets.UTF_8);
    }

    private static Optional<String> fromJson(String json) {
        try {
            JsonElement payload = JsonParser.parseString(json);
            JsonObject object = payload.isJsonObject() ? payload.getAsJsonObject() : new JsonObject();
            JsonElement url = object.get("response_url");
            return url != null && url.isJsonPrimitive() ? Optional.of(url.getAsString()) : Optional.empty();
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }
}
