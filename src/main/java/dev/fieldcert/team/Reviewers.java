package dev.fieldcert.team;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Determines who may review whose assignments, and who is asked if the first reviewer does not respond. */
@Service
public class Reviewers {

    private final Delegates delegates;
    private final Managers managers;
    private final Learners learners;

    Reviewers(Delegates delegates, Managers managers, Learners learners) {
        this.delegates = delegates;
        this.managers = managers;
        this.learners = learners;
    }

    /**
     * Whether {@code by} may review a learner's work: as the learner's manager, the manager's delegate, or an admin,
     * but never as the learner.
     *
     * @param isAdmin called only for people who are neither manager nor delegate
     */
    public Predicate<Learner> mayReview(String by, Predicate<String> isAdmin) {
        return learner -> !by.equals(learner.id())
                && (learner.profile().manager().filter(by::equals).isPresent()
                        || standIn(learner).filter(by::equals).isPresent()
                        || isAdmin.test(by));
    }

    /** The delegate of the learner's manager. */
    private Optional<String> standIn(Learner learner) {
        return learner.profile().manager().flatMap(delegates::of);
    }

    /**
     * Who is asked instead of the manager. Empty means the admins: there is no delegate, the delegate has left, or the
     * work is the delegate's own.
     */
    public Optional<String> insteadFor(LearnerEvent.Submitted work) {
        return learners.find(work.learner())
                .flatMap(this::standIn)
                .filter(delegate -> !delegate.equals(work.learner()) && !isGone(delegate));
    }

    private boolean isGone(String id) {
        return managers.find(id).map(Managers.Seen::gone).orElse(false);
    }
}
