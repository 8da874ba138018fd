package dev.fieldcert.learner;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The learners of a test, without a database: one change after another, each saved. */
public final class InMemoryLearners implements LearnerRepository {

    private final Map<String, Learner> learners = new LinkedHashMap<>();
    private final List<LearnerEvent> recorded = new ArrayList<>();
    private final Clock clock;

    public InMemoryLearners(Clock clock) {
        this.clock = clock;
    }

    /** Somebody who has a document. */
    public Learner know(Learner learner) {
        learners.put(learner.id(), learner);
        return learner;
    }

    /** What the relay does before it sends: facts move to their collections. */
    public void recordEvents() {
        for (Learner learner : learners.values()) {
            recorded.addAll(learner.events);
            learner.events.clear();
        }
    }

    /** What they are yet to hear, in order. */
    public List<Notification> told(String id) {
        return learners.get(id).outbox().messages().stream()
                .map(message -> (Notification) message.content())
                .toList();
    }

    public <T extends LearnerEvent> List<T> events(Class<T> type) {
        return Stream.concat(recorded.stream(), learners.values().stream().flatMap(known -> known.events.stream()))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public Optional<Learner> find(String id) {
        return Optional.ofNullable(learners.get(id));
    }

    @Override
    public <R> Changed<R> change(String id, Function<Learner, R> change) {
        return change(findOrNew(id), change);
    }

    @Override
    public <R> Changed<R> change(Learner known, Function<Learner, R> change) {
        R result = change.apply(known);
        return new Changed<>(result, know(known), Optional.empty());
    }

    @Override
    public <R> Changed<R> once(String id, Class<R> type, Function<Learner, R> change) {
        return once(findOrNew(id), type, change);
    }

    @Override
    public <R> Changed<R> once(Learner known, Class<R> type, Function<Learner, R> change) {
        Optional<R> before = known.resultOf(type);
        if (before.isPresent()) {
            return new Changed<>(before.get(), known, Optional.empty());
        }
        return change(known, learner -> {
            R result = change.apply(learner);
            if (result instanceof StoredResult kept) {
                learner.keep(kept, clock.instant());
            }
            return result;
        });
    }

    @Override
    public <T extends LearnerEvent> Optional<T> event(Class<T> type, String id) {
        return recorded.stream()
                .filter(event -> type.isInstance(event) && event.id().equals(id))
                .reduce((first, second) -> second)
                .map(type::cast);
    }

    private <T extends LearnerEvent> List<T> newest(Class<T> type, Predicate<T> wanted) {
        Map<String, T> byId = new LinkedHashMap<>();
        recorded.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .forEach(event -> byId.put(event.id(), event));
        return List.copyOf(byId.values());
    }

    @Override
    public List<LearnerEvent.AnswerGiven> answersTo(String learnerId, String course, String question) {
        return newest(
                LearnerEvent.AnswerGiven.class,
                answer -> answer.learner().equals(learnerId)
                        && answer.course().equals(course)
                        && answer.question().equals(question));
    }

    @Override
    public List<LearnerEvent.AttemptTaken> attemptsTaken(String learnerId, String course) {
        return newest(
                LearnerEvent.AttemptTaken.class,
                taken -> taken.learner().equals(learnerId)
                        && taken.result().course().equals(course));
    }

    @Override
    public Optional<LearnerEvent.AttemptTaken> attemptTaken(String learnerId, String attemptId) {
        return event(LearnerEvent.AttemptTaken.class, learnerId + ":" + attemptId);
    }

    @Override
    public Optional<LearnerEvent.Submitted> submission(String submissionId) {
        return event(LearnerEvent.Submitted.class, submissionId);
    }

    @Override
    public Optional<LearnerEvent.Reviewed> review(String submissionId) {
        return event(LearnerEvent.Reviewed.class, submissionId);
    }

    @Override
    public Optional<LearnerEvent.Escalated> escalation(String submissionId) {
        return event(LearnerEvent.Escalated.class, submissionId);
    }
}
