package dev.fieldcert.learner.profile;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Puts a learner into a cohort, whose badges may have a channel of their own. */
@Service
public class ChooseCohort {

    public static final int LONGEST_NAME = 60;

    private final Learners learners;
    private final Clock clock;

    ChooseCohort(Learners learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    /**
     * @param cohort null for none
     * @param tell whether the learner hears of it
     * @return whether anything changed
     * @throws IllegalArgumentException when the name is blank or longer than {@link #LONGEST_NAME}
     */
    public Learners.Changed<Boolean> choose(String learnerId, String cohort, String by, String why, boolean tell) {
        if (cohort != null && (cohort.isBlank() || cohort.length() > LONGEST_NAME)) {
            throw new IllegalArgumentException("A cohort's name has 1 to " + LONGEST_NAME + " characters");
        }
        return learners.change(learnerId, learner -> {
            if (Objects.equals(learner.profile().cohort(), cohort)) {
                return false;
            }
            Instant now = clock.instant();
            learner.join(cohort);
            learner.audit(by, cohort == null ? "taken out of their cohort" : "put into cohort " + cohort, why, now);
            if (tell) {
                learner.enqueueUnsolicited(Notification.Changed.of(Notification.Changed.Kind.COHORT, cohort, by), now);
            }
            return true;
        });
    }
}
