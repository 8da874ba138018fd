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
 * Computes how a burst of contacts drains through Slack's rate limits before it happens. The contact whose window
 * closes first is sent first; if any order can serve everybody within their window, this one does.
 *
 * @param perWorkspaceAMinute messages a minute over all channels, evenly spaced
 * @param perChannel the minimum time between two messages in one channel
 */
public record Pace(int perWorkspaceAMinute, Duration perChannel) {

    /** One message a second per channel and 300 a minute per workspace: below what Slack documents as possible. */
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

        /** The learner's next contact, from its due time to the end of that working day; empty when none is due. */
        public static Optional<Due> of(Learner learner) {
            ContactWindows windows = ContactWindows.of(learner);
            return learner.nextContactAt()
                    .map(at -> new Due(learner.id(), learner.id(), at, windows.closes(windows.dayOf(at))));
        }
    }

    public record Served(Due due, Instant at) {}

    /**
     * @param served in the order of sending
     * @param late those whose window closes before their turn; they are planned again instead of sent
     * @param takes from the start until the last one is sent; zero when nothing is due
     */
    public record Drain(List<Served> served, List<Due> late, Duration takes) {}

    /** The order and times of sending if it starts at {@code start} and nothing else happens. */
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
