package dev.fieldcert.local.workspace.state;

import dev.fieldcert.local.workspace.wire.ApiError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Issues trigger ids. Each opens one modal for one person, within three seconds by the workspace's clock. */
public final class Triggers {

    private static final Duration LIFETIME = Duration.ofSeconds(3);
    private static final int REMEMBERED = 10_000;

    private record Trigger(String user, Instant issued, boolean used) {}

    private final Store store;
    private final Map<String, Trigger> triggers = new ConcurrentHashMap<>();

    public Triggers(Store store) {
        this.store = store;
    }

    public String issue(String user) {
        if (triggers.size() > REMEMBERED) {
            Instant old = store.now().minus(LIFETIME.multipliedBy(100));
            triggers.values().removeIf(trigger -> trigger.issued().isBefore(old));
        }
        String id = "%d.%s.%s"
                .formatted(
                        store.now().toEpochMilli(),
                        Math.abs((long) Directory.TEAM_ID.hashCode()),
                        UUID.randomUUID().toString().replace("-", ""));
        triggers.put(id, new Trigger(user, store.now(), false));
        return id;
    }

    /** Uses up the trigger, and returns the person for whom it was issued. */
    public String exchange(String id) {
        Trigger[] found = new Trigger[1];
        triggers.computeIfPresent(id, (key, trigger) -> {
            found[0] = trigger;
            return new Trigger(trigger.user(), trigger.issued(), true);
        });
        if (found[0] == null) {
            throw new ApiError("invalid_trigger_id");
        }
        if (found[0].used()) {
            throw new ApiError("exchanged_trigger_id");
        }
        if (Duration.between(found[0].issued(), store.now()).compareTo(LIFETIME) > 0) {
            throw new ApiError("expired_trigger_id");
        }
        return found[0].user();
    }
}
