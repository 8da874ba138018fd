package dev.fieldcert.local.workspace.delivery;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.settings.RetryTimer;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.Store;
import dev.fieldcert.local.workspace.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Delivers events to the bot. An event that is not acknowledged is delivered again almost immediately, then after one
 * minute, and then after five, as described in https://docs.slack.dev/apis/events-api/.
 */
public final class Events implements AutoCloseable {

    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final Store store;
    private final BotConnection bot;
    private final RetryTimer timer;
    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "workspace-events");
        thread.setDaemon(true);
        return thread;
    });
    private final List<JsonObject> held = new ArrayList<>();
    private boolean holding;
    private int copies = 1;

    public Events(Store store, BotConnection bot, RetryTimer timer) {
        this.store = store;
        this.bot = bot;
        this.timer = timer;
    }

    /** From now on, {@link #tell} delivers each event this many times, one after the other, with the same event id. */
    public synchronized void deliverEach(int times) {
        copies = times;
    }

    /** Holds events back until {@link #release}. */
    public synchronized void hold() {
        holding = true;
    }

    /** Delivers the events that were held back, each of them once, in an order shuffled by the seed. */
    public void release(long seed) {
        List<JsonObject> now;
        synchronized (this) {
            holding = false;
            now = new ArrayList<>(held);
            held.clear();
        }
        Collections.shuffle(now, new Random(seed));
        now.forEach(this::deliver);
    }

    /**
     * Waits until the events caused by the bot's own calls so far have been delivered; it does not wait for retries.
     */
    public void awaitQuiet() {
        try {
            later.submit(() -> {}).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RejectedExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Delivers the event on the caller's thread, and returns after the first answer; retries come later. */
    public void tell(JsonObject event) {
        JsonObject envelope = envelope(event);
        int times;
        synchronized (this) {
            if (holding) {
                held.add(envelope);
                return;
            }
            times = copies;
        }
        for (int i = 0; i < times; i++) {
            deliver(envelope);
        }
    }

    /**
     * Delivers the event soon, on a separate thread, because the bot's call that caused it is still being answered.
     */
    void tellLater(JsonObject event) {
        if (!later.isShutdown()) {
            later.execute(() -> tell(event));
        }
    }

    private void deliver(JsonObject envelope) {
        attempt(envelope, 0, Map.of());
    }

    private void attempt(JsonObject envelope, int retry, Map<String, String> headers) {
        var answer = bot.send(BotConnection.Kind.EVENTS_API, envelope, headers);
        if (!answer.isOk() && !answer.noRetry() && retry < RETRIES.size()) {
            var next = Map.of(
                    "X-Slack-Retry-Num", Integer.toString(retry + 1),
                    "X-Slack-Retry-Reason", answer.failure().get());
            timer.after(RETRIES.get(retry), () -> attempt(envelope, retry + 1, next));
        }
    }

    private JsonObject envelope(JsonObject event) {
        var authorization = Json.object(
                "enterprise_id",
                null,
                "team_id",
                Directory.TEAM_ID,
                "user_id",
                Directory.BOT_USER,
                "is_bot",
                true,
                "is_enterprise_install",
                false);
        return Json.object(
                "token",
                "local",
                "team_id",
                Directory.TEAM_ID,
                "context_team_id",
                Directory.TEAM_ID,
                "api_app_id",
                Directory.APP_ID,
                "event",
                event,
                "type",
                "event_callback",
                "event_id",
                store.nextId("Ev"),
                "event_time",
                store.now().getEpochSecond(),
                "authorizations",
                List.of(authorization),
                "is_ext_shared_channel",
                false,
                "event_context",
                "4-" + store.nextId("E"));
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
