package dev.fieldcert.learner;

import dev.fieldcert.outbox.Leased;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads and changes one learner at a time. It offers only what the use cases of this package need. */
public interface LearnerRepository {

    /**
     * The result of a change.
     *
     * @param sender the holder of the lease under which the caller may now send the enqueued messages; empty if
     *     somebody else is sending, there is nothing to send, or the request was processed before
     */
    record Changed<R>(R result, Learner learner, Optional<String> sender) implements Leased {

        @Override
        public Learner owner() {
            return learner;
        }
    }

    Optional<Learner> find(String id);

    /** Returns the learner, or a new one if nothing is stored about the person. Saves nothing. */
    default Learner findOrNew(String id) {
        return find(id).orElseGet(() -> new Learner(id));
    }

    /**
     * Loads or creates the learner, applies the change, and saves. If somebody else saved first, applies the change
     * again to the new state, so the second click of a double click sees the result of the first. A repeated request
     * applies its change again, so this is only for changes that then find nothing left to do. Use {@link #once} for a
     * change whose result is reported to a person.
     *
     * @param change may be called more than once; if it throws, the learner stays as they were
     */
    <R> Changed<R> change(String id, Function<Learner, R> change);

    /**
     * Same as {@link #change(String, Function)}, for a learner who was just read. They are read again only if somebody
     * else has saved since.
     *
     * @param known this call modifies it; do not use it afterwards
     */
    <R> Changed<R> change(Learner known, Function<Learner, R> change);

    /**
     * Same as {@link #change(String, Function)}, but applied once per {@link RequestContext}: a {@link StoredResult}
     * is saved with the change and its request. The same request, or the same click, returns that result without
     * changing anything.
     *
     * @param type of the result; distinguishes several changes made by one request
     */
    <R> Changed<R> once(String id, Class<R> type, Function<Learner, R> change);

    /** @param known see {@link #change(Learner, Function)} */
    <R> Changed<R> once(Learner known, Class<R> type, Function<Learner, R> change);

    /** Reads an event from its collection, to which it is copied soon after it was recorded. */
    <E extends LearnerEvent> Optional<E> event(Class<E> type, String id);

    /** The learner's answers to one question that have been copied to their collection so far. */
    List<LearnerEvent.AnswerGiven> answersTo(String learnerId, String course, String question);

    /**
     * The learner's finished checks and test-outs of a course that have been copied to their collection so far, oldest
     * first.
     */
    List<LearnerEvent.AttemptTaken> attemptsTaken(String learnerId, String course);

    Optional<LearnerEvent.AttemptTaken> attemptTaken(String learnerId, String attemptId);

    Optional<LearnerEvent.Submitted> submission(String submissionId);

    Optional<LearnerEvent.Reviewed> review(String submissionId);

    Optional<LearnerEvent.Escalated> escalation(String submissionId);
}
