package dev.fieldcert.learner.certification;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.LearnerRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Opens the check alone to somebody whose badge comes to its end; passing it renews the badge. */
@Service
public class OfferRenewal {

    /** So many days before its end, the renewal of a badge is offered first. */
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
     * Said in the learner's next contact. Offered a second time, it is brought up again.
     *
     * @param endsOn the last day of the badge
     * @return whether there is something to offer: the course is still taught, and its badge was earned
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
