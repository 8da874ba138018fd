package dev.fieldcert.learner.profile;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Profile;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Follows what Slack says about a person: a new name, a journey to another time zone, an account that is gone. */
@Service
public class UpdateProfile {

    private final LearnerRepository learners;
    private final Clock clock;

    UpdateProfile(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    /**
     * People we do not teach are not stored.
     *
     * @return whether it is somebody we teach
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

    /** Slack refuses to write to them: their account is gone, and their plan waits until it is back. */
    public void gone(String learnerId) {
        learners.find(learnerId)
                .map(Learner::profile)
                .filter(profile -> !profile.deactivated())
                .ifPresent(profile -> update(
                        learnerId,
                        profile.seenAs(profile.name(), profile.email(), profile.zone(), profile.guest(), true)));
    }

    private static boolean same(Profile known, Profile seen) {
        return known.equals(known.seenAs(seen));
    }
}
