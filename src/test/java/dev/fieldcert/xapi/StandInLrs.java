package dev.fieldcert.xapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.delivery.OtherSystem;
import dev.fieldcert.delivery.OtherSystem.Answer;
import dev.fieldcert.delivery.OtherSystem.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A Learning Record Store as far as we use one: stores a batch whole or not at all, answers 409 to an id that it has, 400
 * to what it does not like, and can be down, slow, or gone between receipt and reply.
 */
public final class StandInLrs implements AutoCloseable {

    public enum Mood {
        WELL,
        DOWN,
        /** Takes the statements, and the connection breaks before the reply. */
        BREAKS_AFTER_RECEIPT,
        WANTS_A_PAUSE,
        REFUSES_THE_KEY
    }

    private final OtherSystem system = new OtherSystem(this::answer);
    private final Map<String, JsonObject> stored = new LinkedHashMap<>();
    private final Map<String, Integer> received = new HashMap<>();
    private volatile Mood mood = Mood.WELL;
    private volatile long millis;
    private volatile Predicate<JsonObject> dislikes = statement -> false;

    public String address() {
        return system.address() + "/xapi";
    }

    public void is(Mood now) {
        mood = now;
    }

    public void takes(long millisToAnswer) {
        millis = millisToAnswer;
    }

    public void dislikes(Predicate<JsonObject> statements) {
        dislikes = statements;
    }

    public OtherSystem system() {
        return system;
    }

    private Answer answer(Request request) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            return Answer.of(0);
        }
        switch (mood) {
            case DOWN:
                return Answer.of(503);
            case WANTS_A_PAUSE:
                return new Answer(429, "", Map.of("Retry-After", "600"));
            case REFUSES_THE_KEY:
                return Answer.of(401);
            default:
                int status = store(request);
                return Answer.of(mood == Mood.BREAKS_AFTER_RECEIPT ? 0 : status);
        }
    }

    private synchronized int store(Request request) {
        if (!request.path().equals("/xapi/statements")
                || !request.headers().containsKey("x-experience-api-version")
                || !request.headers().containsKey("authorization")) {
            return 400;
        }
        JsonArray batch = JsonParser.parseString(request.body()).getAsJsonArray();
        List<JsonObject> statements = new ArrayList<>();
        for (JsonElement each : batch) {
            statements.add(each.getAsJsonObject());
        }
        statements.forEach(each -> received.merge(id(each), 1, Integer::sum));
        if (statements.stream().anyMatch(dislikes)) {
            return 400;
        }
        if (statements.stream().anyMatch(each -> stored.containsKey(id(each)))) {
            return 409;
        }
        statements.forEach(each -> stored.put(id(each), each));
        return 200;
    }

    private static String id(JsonObject statement) {
        return statement.get("id").getAsString();
    }

    public synchronized List<JsonObject> statements() {
        return List.copyOf(stored.values());
    }

    public synchronized Map<String, Integer> received() {
        return Map.copyOf(received);
    }

    @Override
    public void close() {
        system.close();
    }
}
