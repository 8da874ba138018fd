package dev.fieldcert.learner.certification;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.LearnerRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Opens only the check to the holder of a badge that is about to expire; passing it renews the badge. */
@Service
public class OfferRenewal {

    /** The number of days before a badge expires at which its renewal is first offered. */
    public static final int DAYS_BEFORE = 60;

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;

    OfferRenewal(LearnerRepository learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * Offers the renewal in the learner's next contact. Offering it a second time sends it again.
     *
     * @param endsOn the last day on which the badge is valid
     * @return whether there is something to offer: the course is still taught, and the learner has completed it
     */
    public LearnerRepository.Changed<Boolean> offer(String learnerId, String courseId, LocalDate endsOn) {
        return learners.change(learnerId, learner -> {
            Instant now = clock.instant();
            boolean taught = programs.current()
                    .course(courseId)
                    .filter(course -> !course.coming())
                    .isPresent();
            if (!taught || learner.completion(courseId).isEmpty()) {
                return false;
            }
            learner.offerRenewal(courseId, endsOn, now);
            learner.lookAgain(now);
            return true;
        });
    }
}
