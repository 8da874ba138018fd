package dev.fieldcert.learner.profile;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Profile;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Applies a profile from Slack, for example a new name, another time zone, or a deactivated account. */
@Service
public class UpdateProfile {

    private final LearnerRepository learners;
    private final Clock clock;

    UpdateProfile(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    /**
     * Updates the profile of a learner. Stores nothing about other people.
     *
     * @return whether the person is a learner
     */
    public boolean update(String learnerId, Profile seen) {
        Optional<Learner> known = learners.find(learnerId);
        if (known.isEmpty()) {
            return false;
        }
        if (same(known.get().profile(), seen)) {
            return true;
        }
        learners.change(learnerId, learner -> {
            learner.meet(seen, clock.instant());
            return null;
        });
        return true;
    }

    private static boolean same(Profile known, Profile seen) {
        return known.equals(known.seenAs(seen));
    }
}
