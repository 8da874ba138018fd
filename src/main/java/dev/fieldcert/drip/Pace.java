package dev.fieldcert.drip;

import dev.fieldcert.learner.Learner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Simulates in advance how a burst of contacts is sent within Slack's rate limits. The contact whose window closes
 * first is sent first; if any order can serve everybody within their window, this one does.
 *
 * @param perWorkspaceAMinute messages per minute in all channels together, evenly spaced
 * @param perChannel the minimum time between two messages in one channel
 */
public record Pace(int perWorkspaceAMinute, Duration perChannel) {

    /** One message per second per channel and 300 per minute per workspace: below the limits that Slack documents. */
    public static final Pace DEFAULT = new Pace(300, Duration.ofSeconds(1));

    private static final Comparator<Due> FIRST_TO_CLOSE =
            Comparator.comparing(Due::until).thenComparing(Due::from).thenComparing(Due::learnerId);
    private static final Comparator<Due> FIRST_TO_OPEN =
            Comparator.comparing(Due::from).thenComparing(FIRST_TO_CLOSE);

    public Pace {
        if (perWorkspaceAMinute < 1 || perChannel.isNegative()) {
            throw new IllegalArgumentException("A pace needs at least one message a minute and no negative gap");
        }
    }

    /** A contact that may be sent in {@code [from, until)}. */
    public record Due(String learnerId, String channel, Instant from, Instant until) {

        /**
         * The learner's next contact, from its due time to the end of that day's working hours; empty if no contact is
         * due.
         */
        public static Optional<Due> of(Learner learner) {
            ContactWindows windows = ContactWindows.of(learner);
            return learner.nextContactAt()
                    .map(at -> new Due(learner.id(), learner.id(), at, windows.closes(windows.dayOf(at))));
        }
    }

    public record Served(Due due, Instant at) {}

    /**
     * @param served in the order of sending
     * @param late contacts whose window closes before their turn; they are planned again instead of sent
     * @param takes from the start until the last contact is sent; zero if none is sent
     */
    public record Drain(List<Served> served, List<Due> late, Duration takes) {}

    /** The order and times of sending if it begins at {@code start} and nothing else is sent. */
    public Drain drain(List<Due> due, Instant start) {
        Duration gap = Duration.ofMinutes(1).dividedBy(perWorkspaceAMinute);
        PriorityQueue<Due> coming = new PriorityQueue<>(FIRST_TO_OPEN);
        PriorityQueue<Due> open = new PriorityQueue<>(FIRST_TO_CLOSE);
        Map<String, Instant> channelFree = new HashMap<>();
        List<Served> served = new ArrayList<>();
        List<Due> late = new ArrayList<>();
        coming.addAll(due);
        Instant now = start;
        while (!coming.isEmpty() || !open.isEmpty()) {
            while (!coming.isEmpty() && !coming.peek().from().isAfter(now)) {
                open.add(coming.remove());
            }
            if (open.isEmpty()) {
                now = coming.peek().from();
                continue;
            }
            Due next = open.remove();
            Instant free = channelFree.getOrDefault(next.channel(), now);
            if (!next.until().isAfter(now)) {
                late.add(next);
            } else if (free.isAfter(now)) {
                coming.add(new Due(next.learnerId(), next.channel(), free, next.until()));
            } else {
                served.add(new Served(next, now));
                channelFree.put(next.channel(), now.plus(perChannel));
                now = now.plus(gap);
            }
        }
        Duration takes = served.isEmpty()
                ? Duration.ZERO
                : Duration.between(start, served.get(served.size() - 1).at());
        return new Drain(List.copyOf(served), List.copyOf(late), takes);
    }
}
