package dev.fieldcert.drip;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What reaches the learners' screens. Answers 429 for a while, and loses a connection now and then. */
final class SimulatedSlack {

    static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    enum Outcome {
        OK,
        TOO_MANY_REQUESTS,
        /** It was posted, but the caller never learned of it. */
        REPLY_LOST,
        /** It was not posted, and the caller does not know. */
        REQUEST_LOST
    }

    /** One message on a screen, with what its reader wanted when it was decided. */
    record Message(
            String id,
            SimulatedLearner learner,
            SomePreferences preferences,
            Optional<DoNotDisturb> dnd,
            Decision.Send send,
            Instant at) {

        LocalDate day() {
            return dayOf(at);
        }

        /** The date of an instant where the reader is at this moment. */
        LocalDate dayOf(Instant instant) {
            return LocalDate.ofInstant(instant, QuietRules.zone(preferences.zone()));
        }
    }

    private final Random random;
    private final Instant throttledFrom;
    private final Instant throttledUntil;
    private final Map<String, Message> byId = new HashMap<>();
    private final Map<Long, Integer> perMinute = new HashMap<>();
    final List<Message> messages = new ArrayList<>();
    int throttled;
    int repliesLost;
    int requestsLost;
    int doubled;

    SimulatedSlack(Random random, Instant throttledFrom, Duration throttledFor) {
        this.random = random;
        this.throttledFrom = throttledFrom;
        this.throttledUntil = throttledFrom.plus(throttledFor);
    }

    boolean isThrottling(Instant at) {
        return !at.isBefore(throttledFrom) && at.isBefore(throttledUntil);
    }

    Outcome post(Message message) {
        if (isThrottling(message.at())) {
            throttled++;
            return Outcome.TOO_MANY_REQUESTS;
        }
        if (random.nextInt(500) == 0) {
            requestsLost++;
            return Outcome.REQUEST_LOST;
        }
        messages.add(message);
        perMinute.merge(message.at().getEpochSecond() / 60, 1, Integer::sum);
        if (byId.put(message.id(), message) != null) {
            doubled++;
        }
        if (random.nextInt(500) == 0) {
            repliesLost++;
            return Outcome.REPLY_LOST;
        }
        return Outcome.OK;
    }

    /** Looks for an owed message by the id in its metadata. */
    Optional<Message> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    int busiestMinute() {
        return perMinute.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
