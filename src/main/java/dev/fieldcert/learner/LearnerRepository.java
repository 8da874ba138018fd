package dev.fieldcert.learner;

import dev.fieldcert.outbox.Leased;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One learner at a time, read and changed; what the use cases of this package need, and no more. */
public interface LearnerRepository {

    /**
     * What a change left behind.
     *
     * @param sender names the lease under which the caller may now send what is owed; empty when somebody else sends,
     *     nothing is owed, or the request was answered before
     */
    record Changed<R>(R result, Learner learner, Optional<String> sender) implements Leased {

        @Override
        public Learner owner() {
            return learner;
        }
    }

    Optional<Learner> find(String id);

    /** Somebody of whom nothing is stored is a learner without a record; nothing is saved. */
    default Learner findOrNew(String id) {
        return find(id).orElseGet(() -> new Learner(id));
    }

    /**
     * Load (or begin), change, save. When someone else saved first, once more on what they left: so a double click finds
     * that the world has moved on. Worked on again, the same request makes the change again: for changes that find
     * themselves done. Whatever reports to a person what it did is made {@link #once}.
     *
     * @param change may be called more than once; what it throws leaves the learner as they were
     */
    <R> Changed<R> change(String id, Function<Learner, R> change);

    /**
     * As {@link #change(String, Function)}, for a learner who has just been read: not read again unless somebody saved since.
     *
     * @param known changed by this call, and of no use afterwards
     */
    <R> Changed<R> change(Learner known, Function<Learner, R> change);

    /**
     * As {@link #change(String, Function)}, once for a {@link RequestContext}: a {@link StoredResult} is saved with the
     * change and its request, and the same request, or the same click, gets it back without changing anything.
     *
     * @param type of the result; tells the changes apart that one request makes
     */
    <R> Changed<R> once(String id, Class<R> type, Function<Learner, R> change);

    /** @param known as in {@link #change(Learner, Function)} */
    <R> Changed<R> once(Learner known, Class<R> type, Function<Learner, R> change);

    /** From its collection, where it is copied soon after it was recorded. */
    <E extends LearnerEvent> Optional<E> event(Class<E> type, String id);

    /** What a learner answered to one question, as it was copied so far. */
    List<LearnerEvent.AnswerGiven> answersTo(String learnerId, String course, String question);

    /** A learner's finished checks and test-outs of a course, as they were copied so far, oldest first. */
    List<LearnerEvent.AttemptTaken> attemptsTaken(String learnerId, String course);

    Optional<LearnerEvent.AttemptTaken> attemptTaken(String learnerId, String attemptId);

    Optional<LearnerEvent.Submitted> submission(String submissionId);

    Optional<LearnerEvent.Reviewed> review(String submissionId);

    Optional<LearnerEvent.Escalated> escalation(String submissionId);
}
