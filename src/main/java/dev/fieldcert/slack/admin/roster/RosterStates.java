package dev.fieldcert.slack.admin.roster;

import dev.fieldcert.slack.admin.enroll.Roster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/**
 * Stores the state of the roster: who was in it, what is waiting for confirmation, and the result of the last reading.
 */
@Repository
public class RosterStates {

    private static final String ID = "roster";
    private static final int TRIES = 6;
    /**
     * How long the instance that reads holds its claim. Longer than a reading takes. After a crash, nobody reads for
     * this time.
     */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private final MongoOperations mongo;
    private final Clock clock;

    RosterStates(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * The list that was applied last.
     *
     * @param by the admin who confirmed a list last; later changes are made in their name
     * @param people e-mail addresses
     */
    public record Accepted(String by, Instant at, List<String> people) {}

    /**
     * A list that was shown to an admin in a dry run.
     *
     * @param plan id of the dry run's stored plan
     * @param notHere how many people of the list are not in Slack
     * @param problems the lines that cannot be used
     */
    public record Shown(String plan, List<String> people, Integer notHere, List<Roster.LineError> problems) {

        public Shown {
            notHere = notHere == null ? 0 : notHere;
            problems = problems == null ? List.of() : List.copyOf(problems);
        }
    }

    /**
     * A list that is waiting for an admin's confirmation.
     *
     * @param added how many people were not in the previous list
     * @param gone how many people are no longer in the list
     * @param changed for how many people there is a change to make
     * @param known how many people were in the previous list; 0 for the first list
     */
    public record Waiting(Instant since, int people, int added, int gone, int changed, int known) {

        /** Whether the other list has the same numbers. */
        boolean isLike(Waiting other) {
            return other != null
                    && other.people == people
                    && other.added == added
                    && other.gone == gone
                    && other.changed == changed;
        }
    }

    /**
     * The result of applying a list.
     *
     * @param notHere how many people are not in the workspace
     * @param problems the first lines that could not be used; {@code failed} counts all of them
     */
    public record Report(
            Instant at,
            int people,
            int enrolled,
            int managers,
            int cohorts,
            int notHere,
            int failed,
            List<Roster.LineError> problems) {}

    /**
     * @param problem why the newest list cannot be used; null if there is no problem
     * @param gone addresses of people who were in an earlier list and no longer are
     */
    @Document("roster_feed")
    @TypeAlias("roster-feed")
    public record State(
            @Id String id,
            @Version Long version,
            Instant claimedUntil,
            Accepted accepted,
            Shown shown,
            Waiting waiting,
            String problem,
            Report report,
            List<String> gone) {

        static final State NEW = new State(ID, null, null, null, null, null, null, null, List.of());

        public State {
            gone = gone == null ? List.of() : List.copyOf(gone);
        }

        State claimed(Instant until) {
            return new State(id, version, until, accepted, shown, waiting, problem, report, gone);
        }

        State refused(String why) {
            return new State(id, version, claimedUntil, accepted, shown, waiting, why, report, gone);
        }

        State waits(Waiting now) {
            return new State(id, version, claimedUntil, accepted, shown, now, null, report, gone);
        }

        State shows(Shown list) {
            return new State(id, version, claimedUntil, accepted, list, waiting, null, report, gone);
        }

        State follows(Accepted list, Report came) {
            return new State(id, version, claimedUntil, list, null, null, null, came, goneFrom(list.people()));
        }

        /**
         * The addresses, in alphabetical order, of people who were in an earlier list and are not in this one. Erased
         * people have no address and are left out.
         */
        List<String> goneFrom(List<String> people) {
            Set<String> missing = new TreeSet<>(gone);
            if (accepted != null) {
                missing.addAll(accepted.people());
            }
            people.forEach(missing::remove);
            return missing.stream().filter(person -> person.contains("@")).toList();
        }
    }

    public State get() {
        return Optional.ofNullable(mongo.findById(ID, State.class)).orElse(State.NEW);
    }

    /** @return false if another instance is reading */
    boolean claim() {
        AtomicBoolean ours = new AtomicBoolean();
        Instant now = clock.instant();
        change(state -> {
            ours.set(state.claimedUntil() == null || !state.claimedUntil().isAfter(now));
            return ours.get() ? state.claimed(now.plus(CLAIM)) : state;
        });
        return ours.get();
    }

    void release() {
        change(state -> state.claimed(null));
    }

    State change(UnaryOperator<State> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return mongo.save(change.apply(get()));
            } catch (OptimisticLockingFailureException | DuplicateKeyException somebodyElseSavedFirst) {
                if (attempt == TRIES) {
                    throw somebodyElseSavedFirst;
                }
            }
        }
    }
}
