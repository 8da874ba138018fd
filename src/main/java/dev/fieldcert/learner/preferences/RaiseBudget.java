package dev.fieldcert.learner.preferences;

import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Raises the number of contacts per day, because a due date could not be met otherwise. */
@Service
public class RaiseBudget {

    private final LearnerRepository learners;
    private final Clock clock;

    RaiseBudget(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:contacts-raised")
        record Raised(int contactsADay) implements Outcome, StoredResult {}

        /** The number was already this high or higher. */
        record EnoughAlready(int contactsADay) implements Outcome {}

        /** The course is finished or was left, or its due date has changed. */
        record Settled() implements Outcome {}
    }

    /**
     * @param due the date that was at risk when the choice was offered
     * @throws IllegalArgumentException if {@code contactsADay} is not an allowed number
     */
    public LearnerRepository.Changed<Outcome> raise(String learnerId, String course, LocalDate due, int contactsADay) {
        return learners.once(learnerId, Outcome.class, learner -> {
            if (!learner.isDue(course, due)) {
                return new Outcome.Settled();
            }
            Preferences before = learner.preferences();
            if (before.budget() >= contactsADay) {
                return new Outcome.EnoughAlready(before.budget());
            }
            learner.prefer(
                    before.contacts(before.hour(), before.days(), contactsADay, before.country(), before.daysOff()));
            learner.acted(clock.instant());
            return new Outcome.Raised(contactsADay);
        });
    }
}
