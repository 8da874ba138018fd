package dev.fieldcert.local.workspace.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The workspace's state as tables of JSON objects; every change is journaled before it is visible. Returned objects
 * are copies: change one and {@link #put} it back. Callers that read and then write must hold the store's monitor.
 */
public final class Store implements AutoCloseable {

    /** The tables and their keys. */
    public enum Table {
        USER,
        GROUP,
        /** Do-not-disturb windows, by user. */
        DND,
        CHANNEL,
        /** Messages, by channel and timestamp, so that a channel's messages are adjacent and in order. */
        MESSAGE,
        HOME,
        FILE,
        /** The last message that a person has read, by person and channel. */
        READ
    }

    /**
     * How many messages per conversation a workspace with a data folder keeps. It drops older ones, so that it needs
     * little memory.
     */
    private static final int KEPT_MESSAGES = 300;

    private final Clock clock;
    private final Map<Table, NavigableMap<String, JsonObject>> tables = new EnumMap<>(Table.class);
    private final List<BiConsumer<Table, String>> listeners = new CopyOnWriteArrayList<>();
    private final Optional<Journal> journal;
    private long lastMicros;
    private long lastId = 1000;

    public Store(Optional<Path> folder, Clock clock) {
        this.clock = clock;
        for (Table table : Table.values()) {
            tables.put(table, new TreeMap<>());
        }
        this.journal = folder.map(path -> Journal.open(path, this::replay));
    }

    private void replay(JsonArray line) {
        var table = Table.valueOf(line.get(0).getAsString());
        String key = line.get(1).getAsString();
        lastId = Math.max(lastId, line.get(3).getAsLong());
        lastMicros = Math.max(lastMicros, line.get(4).getAsLong());
        if (line.get(2).isJsonNull()) {
            tables.get(table).remove(key);
        } else {
            tables.get(table).put(key, line.get(2).getAsJsonObject());
        }
    }

    /** Adds a listener that is called after each change, on whichever thread made it. */
    public void onChange(BiConsumer<Table, String> listener) {
        listeners.add(listener);
    }

    public Instant now() {
        return clock.instant();
    }

    synchronized void put(Table table, String key, JsonObject value) {
        var kept = value.deepCopy();
        if (table == Table.MESSAGE && journal.isPresent() && !tables.get(table).containsKey(key)) {
            forgetOldest(key.substring(0, key.indexOf('/') + 1));
        }
        write(table, key, kept);
        tables.get(table).put(key, kept);
        listeners.forEach(listener -> listener.accept(table, key));
    }

    private void forgetOldest(String conversation) {
        var messages = tables.get(Table.MESSAGE).subMap(conversation, conversation + Character.MAX_VALUE);
        if (messages.size() >= KEPT_MESSAGES) {
            remove(Table.MESSAGE, messages.firstKey());
        }
    }

    synchronized void remove(Table table, String key) {
        write(table, key, null);
        tables.get(table).remove(key);
        listeners.forEach(listener -> listener.accept(table, key));
    }

    private void write(Table table, String key, JsonObject value) {
        journal.ifPresent(open -> {
            if (open.isMostlyHistory()) {
                open.rewrite(() -> tables.entrySet().stream()
                        .flatMap(one -> one.getValue().entrySet().stream()
                                .map(row -> line(one.getKey(), row.getKey(), row.getValue())))
                        .iterator());
            }
            open.append(line(table, key, value));
        });
    }

    private JsonArray line(Table table, String key, JsonObject value) {
        var line = new JsonArray();
        line.add(table.name());
        line.add(key);
        line.add(value == null ? JsonNull.INSTANCE : value);
        line.add(lastId);
        line.add(lastMicros);
        return line;
    }

    synchronized Optional<JsonObject> get(Table table, String key) {
        return Optional.ofNullable(tables.get(table).get(key)).map(JsonObject::deepCopy);
    }

    synchronized List<JsonObject> all(Table table) {
        return tables.get(table).values().stream().map(JsonObject::deepCopy).toList();
    }

    /** The values that match; the predicate must not change them. */
    synchronized List<JsonObject> select(Table table, Predicate<JsonObject> wanted) {
        return tables.get(table).values().stream()
                .filter(wanted)
                .map(JsonObject::deepCopy)
                .toList();
    }

    /** The values whose keys start with the prefix, in key order. */
    synchronized List<JsonObject> startingWith(Table table, String prefix) {
        return tables.get(table).subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
                .map(JsonObject::deepCopy)
                .toList();
    }

    /** A message timestamp in Slack's form, greater than all earlier ones. */
    public synchronized String nextTs() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        lastMicros = Math.max(micros, lastMicros + 1);
        return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    /** A new id with one of Slack's prefixes ({@code U}, {@code C}, {@code D}, {@code F} …). */
    public synchronized String nextId(String prefix) {
        lastId++;
        String number = Long.toString(lastId, 36).toUpperCase(java.util.Locale.ROOT);
        return prefix + "0LOCAL" + "0".repeat(Math.max(0, 5 - number.length())) + number;
    }

    @Override
    public void close() {
        journal.ifPresent(Journal::close);
    }
}
