package dev.fieldcert.slack.home;

import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Updates Homes after changes, at most once a second per person; waits when Slack asks to. A failure here never
 * affects the change itself.
 */
@Component
public class HomeRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(HomeRefresh.class);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);
    /** How long to assume that a person has not opened Home; another instance may have handled the opening since. */
    private static final Duration UNOPENED = Duration.ofSeconds(30);

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    private final Workers workers;
    private final Clock clock;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> refreshed = new ConcurrentHashMap<>();
    private final Map<String, Instant> unopened = new ConcurrentHashMap<>();
    private volatile CallPolicy patience = new CallPolicy(Instant.MIN, Instant.MIN);
    private Function<String, Outcome> publisher = person -> Outcome.AS_IT_WAS;
    private Consumer<String> forgetter = person -> {};

    private record CallPolicy(Instant since, Instant until) {

        /**
         * Whether the wait is over. Also true if the clock was set back, so that nobody waits longer than intended.
         */
        boolean isOver(Instant now) {
            return now.isBefore(since) || !now.isBefore(until);
        }
    }

    HomeRefresh(Workers workers, Clock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /** The result of checking whether a Home needs an update. */
    public enum Outcome {
        /** The person has never opened Home, so there is nothing to update. */
        UNOPENED,
        AS_IT_WAS,
        PUBLISHED,
        /** Published without pictures; worth trying again soon. */
        MORE_SOON
    }

    /**
     * Sets what publishes and clears Homes.
     *
     * @param publisher renders and publishes a person's current Home if they have ever opened it; may throw a
     *     {@link SlackFailure}
     * @param forgetter removes everything about a person from their Home
     */
    public void publishedBy(Function<String, Outcome> publisher, Consumer<String> forgetter) {
        this.publisher = publisher;
        this.forgetter = forgetter;
    }

    /**
     * Call this when a person's record was deleted, because Slack still shows the last published Home. Does its work
     * before it returns.
     *
     * @throws SlackFailure if Slack rejects the new view
     */
    public void forget(String person) {
        waiting.remove(person);
        refreshed.remove(person);
        unopened.remove(person);
        forgetter.accept(person);
    }

    /** Updates the person's Home from now on, because they opened it. */
    public void opened(String person) {
        unopened.remove(person);
    }

    /** Updates the person's Home in the background, because something about them changed. */
    public void changed(String person) {
        Instant now = clock.instant();
        if (waiting.add(person) && mayRefresh(person, now)) {
            submit(person);
        }
    }

    /** Publishes the updates that had to wait. Runs on each tick. */
    public void catchUp() {
        Instant now = clock.instant();
        refreshed.values().removeIf(at -> !isRecent(at, now, AT_MOST_EVERY));
        unopened.values().removeIf(at -> !isRecent(at, now, UNOPENED));
        for (String person : List.copyOf(waiting)) {
            if (mayRefresh(person, now) && !submit(person)) {
                return;
            }
        }
    }

    private boolean mayRefresh(String person, Instant now) {
        return patience.isOver(now)
                && !isRecent(refreshed.get(person), now, AT_MOST_EVERY)
                && !isRecent(unopened.get(person), now, UNOPENED);
    }

    private static boolean isRecent(Instant last, Instant now, Duration within) {
        return last != null && !last.isAfter(now) && last.plus(within).isAfter(now);
    }

    private boolean submit(String person) {
        return workers.submit(person, () -> refresh(person));
    }

    private void refresh(String person) {
        if (!waiting.remove(person)) {
            return;
        }
        Instant now = clock.instant();
        try {
            Outcome outcome = publisher.apply(person);
            if (outcome == Outcome.UNOPENED) {
                unopened.put(person, now);
            } else if (outcome != Outcome.AS_IT_WAS) {
                refreshed.put(person, now);
            }
            if (outcome == Outcome.MORE_SOON) {
                waiting.add(person);
            }
        } catch (SlackFailure failure) {
            LOG.warn("Home not refreshed person={} error={}", person, failure.error());
            if (!failure.isPermanent()) {
                waiting.add(person);
                patience = new CallPolicy(now, now.plus(failure.retryAfter().orElse(USUAL_PATIENCE)));
            }
        } catch (RuntimeException | Error bug) {
            LOG.error("Home not refreshed person={}", person, bug);
        }
    }
}
