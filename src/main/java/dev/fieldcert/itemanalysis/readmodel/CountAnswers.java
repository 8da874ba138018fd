package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.learner.LearnerEvent.AnswerGiven;
import dev.fieldcert.learner.record.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Keeps the item statistics up to date, outside of any user request. A new answer is marked as uncounted in the write
 * that stores it. Its whole attempt is then counted again, because it changes the rest scores of the other answers.
 * Counting an answer twice changes nothing.
 */
@Service
public class CountAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(CountAnswers.class);
    private static final int AT_ONCE = 2000;
    /**
     * How long an instance may count exclusively; longer than a rebuild takes, so that two instances never count at
     * the same time.
     */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Records records;
    private final ItemRecords items;
    private final Wordings wordings;
    private final Clock clock;

    CountAnswers(Records records, ItemRecords items, Wordings wordings, Clock clock) {
        this.records = records;
        this.items = items;
        this.wordings = wordings;
        this.clock = clock;
    }

    /** Counts the answers that are not counted yet; all answers on the first call. */
    public void countNew() {
        if (items.builtAt().isEmpty()) {
            rebuild(answers -> {});
        } else {
            claimed(this::countUncounted);
        }
    }

    /**
     * Counts all answers again.
     *
     * @param counted called from time to time with the number of answers read so far
     * @return false if another instance is counting
     */
    public boolean rebuild(LongConsumer counted) {
        return claimed(() -> countAll(counted));
    }

    private boolean claimed(Runnable work) {
        Instant now = clock.instant();
        if (!items.claim(now, now.plus(LEASE))) {
            return false;
        }
        try {
            work.run();
        } finally {
            items.release(clock.instant());
        }
        return true;
    }

    private void countUncounted() {
        Instant end = clock.instant().plus(LEASE.dividedBy(2));
        for (List<AnswerGiven> some = records.uncounted(AT_ONCE);
                !some.isEmpty() && clock.instant().isBefore(end);
                some = records.uncounted(AT_ONCE)) {
            Map<String, Set<String>> attempts = new HashMap<>();
            some.forEach(answer -> attempts.computeIfAbsent(answer.learner(), learner -> new HashSet<>())
                    .add(answer.attempt()));
            Tally tally = new Tally(wordings::of);
            attempts.forEach((learner, wanted) -> tally.count(records.answersOf(learner), wanted::contains));
            items.add(tally);
            records.markCounted(some);
        }
    }

    private void countAll(LongConsumer counted) {
        Tally tally = new Tally(wordings::of);
        long answers = 0;
        try (Stream<AnswerGiven> all = records.answers()) {
            List<AnswerGiven> ofOne = new ArrayList<>();
            for (AnswerGiven answer : (Iterable<AnswerGiven>) all::iterator) {
                if (!ofOne.isEmpty() && !ofOne.get(0).learner().equals(answer.learner())) {
                    tally.count(ofOne, attempt -> true);
                    ofOne.clear();
                    counted.accept(answers);
                }
                ofOne.add(answer);
                answers++;
            }
            if (!ofOne.isEmpty()) {
                tally.count(ofOne, attempt -> true);
            }
        }
        items.replace(tally);
        items.built(clock.instant());
        LOG.info(
                "Item statistics rebuilt answers={} items={}",
                answers,
                tally.items().size());
    }
}
