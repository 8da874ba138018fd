package dev.fieldcert.learner.privacy;

import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/**
 * Erases a person from the database: their document, their texts, and their name, id and address everywhere else.
 * Answers and attempts are kept for question statistics under a random token that cannot be traced to the person.
 * Running it again after a crash finishes the erasure.
 */
@Service
public class EraseLearner {

    private final Learners learners;
    private final MongoOperations mongo;
    private final PersonSweep sweep;
    private final Clock clock;

    EraseLearner(Learners learners, MongoOperations mongo, PersonSweep sweep, Clock clock) {
        this.learners = learners;
        this.mongo = mongo;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Returns a new token that cannot be traced to a person. */
    public static String token() {
        return "erased-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /**
     * @param token replaces the person's id
     * @param called every name that Slack currently has for the person
     * @param email the person's current address in Slack; null if unknown
     * @param by who confirmed the erasure
     * @param why the reason; stored without anything that identifies the person
     * @param step runs once for each document that is checked
     * @return how many documents contained the person's name, id or address
     */
    public long erase(
            String learnerId, String token, List<String> called, String email, String by, String why, Runnable step) {
        Optional<Learner> learner = learners.find(learnerId);
        learner.ifPresent(known -> learners.record(known.events()));
        mongo.remove(Query.query(Criteria.where("_id").is(learnerId)), Learner.class);
        dropTexts(learnerId, token);
        anonymiseAnswers(learnerId, token);
        anonymiseAttempts(learnerId, token);
        List<String> names = new ArrayList<>(called);
        List<String> marks = new ArrayList<>();
        marks.add(learnerId);
        if (email != null) {
            marks.add(email);
        }
        learner.map(Learner::profile).ifPresent(profile -> {
            names.add(profile.name());
            if (profile.email() != null) {
                marks.add(profile.email());
            }
        });
        long changed = sweep.sweep(marks, names, token, step);
        mongo.insert(new LearnerEvent.Audited(
                UUID.randomUUID().toString(),
                token,
                by.equals(learnerId) ? token : by,
                AuditedAction.of(AuditedAction.Code.ERASED),
                PersonSweep.swept(why, marks, names, token),
                clock.instant()));
        return changed;
    }

    private void dropTexts(String id, String token) {
        Query theirs = Query.query(Criteria.where("learner").is(id));
        mongo.remove(theirs, LearnerEvent.FeedbackGiven.class);
        mongo.remove(theirs, LearnerEvent.ItemReported.class);
        mongo.remove(theirs, LearnerEvent.Regraded.class);
        mongo.remove(theirs, LearnerEvent.Submitted.class);
        mongo.remove(theirs, LearnerEvent.Reviewed.class);
        mongo.remove(theirs, LearnerEvent.Escalated.class);
        mongo.remove(theirs, LearnerEvent.Milestone.class);
        Query byThem = Query.query(Criteria.where("by").is(id));
        mongo.updateMulti(byThem, new Update().set("comments", Map.of()).set("by", token), LearnerEvent.Reviewed.class);
        mongo.updateMulti(byThem, new Update().set("why", "").set("by", token), LearnerEvent.Audited.class);
        mongo.updateMulti(theirs, new Update().set("why", "").set("learner", token), LearnerEvent.Audited.class);
    }

    private void anonymiseAnswers(String id, String token) {
        try (Stream<LearnerEvent.AnswerGiven> answers =
                mongo.stream(Query.query(Criteria.where("learner").is(id)), LearnerEvent.AnswerGiven.class)) {
            answers.toList().forEach(answer -> {
                mongo.save(answer.by(token, withoutText(answer.answer())));
                mongo.remove(Query.query(Criteria.where("_id").is(answer.id())), LearnerEvent.AnswerGiven.class);
            });
        }
    }

    private void anonymiseAttempts(String id, String token) {
        for (LearnerEvent.AttemptTaken taken :
                mongo.find(Query.query(Criteria.where("learner").is(id)), LearnerEvent.AttemptTaken.class)) {
            AttemptResult result = taken.result();
            List<Attempt.Item> items = result.items().stream()
                    .map(item -> new Attempt.Item(
                            item.question(),
                            item.objective(),
                            item.seed(),
                            withoutText(item.answer()),
                            item.score(),
                            item.confidence(),
                            item.answeredAt()))
                    .toList();
            mongo.save(new LearnerEvent.AttemptTaken(
                    taken.id().replace(id, token),
                    token,
                    new AttemptResult(
                            result.attempt(),
                            result.kind(),
                            result.course(),
                            result.objective(),
                            result.version(),
                            result.score(),
                            result.passed(),
                            result.objectives(),
                            items,
                            result.opensAt(),
                            result.attemptsLeft(),
                            result.calibration(),
                            result.keptUp()),
                    taken.startedAt(),
                    taken.at()));
            mongo.remove(Query.query(Criteria.where("_id").is(taken.id())), LearnerEvent.AttemptTaken.class);
        }
    }

    /** Removes the person's words. An answer that cannot be read may contain some, so it is dropped completely. */
    private static List<String> withoutText(List<String> answer) {
        try {
            return answer.isEmpty() ? answer : Answer.of(answer).anonymous().stored();
        } catch (IllegalArgumentException unknown) {
            return List.of();
        }
    }
}
