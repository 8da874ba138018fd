package dev.fieldcert.drip;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who is due when, shared by all instances: the simulation's stand-in for the indexed field in the database. Every
 * method is one atomic operation there.
 */
final class DueCalendar {

    static final Duration LEASE = Duration.ofMinutes(5);

    /** Proof of a claim; worthless once the lease has run out and somebody else has claimed. */
    record Claim(String learnerId, long token) {}

    private record Entry(String learnerId, Instant due, Instant claimedUntil, long token) {
        Instant visibleAt() {
            return due.isAfter(claimedUntil) ? due : claimedUntil;
        }
    }

    private final Map<String, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> byTime =
            new TreeSet<>(Comparator.comparing(Entry::visibleAt).thenComparing(Entry::learnerId));
    private long tokens;

    /** When the next learner becomes due. */
    Optional<Instant> next() {
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.first().visibleAt());
    }

    Optional<Claim> claim(Instant now) {
        if (byTime.isEmpty() || byTime.first().visibleAt().isAfter(now)) {
            return Optional.empty();
        }
        Entry due = byTime.first();
        put(new Entry(due.learnerId(), due.due(), now.plus(LEASE), ++tokens));
        return Optional.of(new Claim(due.learnerId(), tokens));
    }

    boolean holds(Claim claim) {
        Entry entry = entries.get(claim.learnerId());
        return entry != null && entry.token() == claim.token();
    }

    /** Gives the claim back with the new due time; nothing happens when the claim has been lost. */
    void release(Claim claim, Optional<Instant> due) {
        if (holds(claim)) {
            put(new Entry(claim.learnerId(), due.orElse(Instant.MAX), Instant.MIN, ++tokens));
        }
    }

    /** The learner did something. A running claim stays: whoever holds it is just talking to them. */
    void reschedule(String learnerId, Optional<Instant> due) {
        Entry before = entries.getOrDefault(learnerId, new Entry(learnerId, Instant.MAX, Instant.MIN, 0));
        put(new Entry(learnerId, due.orElse(Instant.MAX), before.claimedUntil(), before.token()));
    }

    private void put(Entry entry) {
        Entry before = entries.put(entry.learnerId(), entry);
        if (before != null) {
            byTime.remove(before);
        }
        byTime.add(entry);
    }
}
