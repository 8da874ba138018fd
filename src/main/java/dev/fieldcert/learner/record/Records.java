package dev.fieldcert.learner.record;

import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.stored.Pages;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Reads the stored events of all learners. */
@Repository
public class Records {

    private final MongoOperations mongo;

    public Records(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(LearnerEvent.AnswerGiven.class)
                .createIndex(new Index("learner", Sort.Direction.ASC)
                        .on("at", Sort.Direction.ASC)
                        .named("answers-of"));
        mongo.indexOps(LearnerEvent.AnswerGiven.class)
                .createIndex(new Index("question", Sort.Direction.ASC).named("answers-to"));
        mongo.indexOps(LearnerEvent.AttemptTaken.class)
                .createIndex(new Index("learner", Sort.Direction.ASC).named("attempts-of"));
        mongo.indexOps(LearnerEvent.Regraded.class)
                .createIndex(new Index("decision", Sort.Direction.ASC).named("regraded-by"));
        mongo.indexOps(LearnerEvent.AnswerGiven.class)
                .createIndex(new Index("uncounted", Sort.Direction.ASC)
                        .named("uncounted")
                        .sparse());
        mongo.indexOps(LearnerEvent.Reviewed.class)
                .createIndex(new Index("learner", Sort.Direction.ASC).named("reviews-of"));
        mongo.indexOps(LearnerEvent.Submitted.class)
                .createIndex(new Index("at", Sort.Direction.ASC).named("handed-in-at"));
    }

    /** Streams these learners' answers since {@code from} from the database; close the stream. */
    public Stream<LearnerEvent.AnswerGiven> answers(Collection<String> learners, Instant from) {
        Query query =
                Query.query(Criteria.where("learner").in(learners).and("at").gte(from));
        query.fields().exclude("answer");
        return mongo.stream(query, LearnerEvent.AnswerGiven.class);
    }

    /** Every stored answer, read page by page in the order of the ids, and so one learner after another. */
    public Stream<LearnerEvent.AnswerGiven> answers() {
        return Pages.of(mongo, LearnerEvent.AnswerGiven.class, query -> {}, LearnerEvent::id);
    }

    /** Returns every stored answer of this learner. */
    public List<LearnerEvent.AnswerGiven> answersOf(String learner) {
        return mongo.find(Query.query(Criteria.where("learner").is(learner)), LearnerEvent.AnswerGiven.class);
    }

    /** Returns up to {@code most} answers that the item statistics do not include yet. */
    public List<LearnerEvent.AnswerGiven> uncounted(int most) {
        return mongo.find(
                Query.query(Criteria.where("uncounted").is(true)).limit(most), LearnerEvent.AnswerGiven.class);
    }

    /**
     * Records that the statistics include these answers. An answer whose score has changed in the meantime remains to
     * be counted.
     */
    public void markCounted(Collection<LearnerEvent.AnswerGiven> answers) {
        for (LearnerEvent.AnswerGiven answer : answers) {
            mongo.updateFirst(
                    Query.query(
                            Criteria.where("_id").is(answer.id()).and("score").is(answer.score())),
                    new Update().unset("uncounted"),
                    LearnerEvent.AnswerGiven.class);
        }
    }

    /** Every event of a kind since {@code from}, read page by page in the order of the ids. */
    public static <E extends LearnerEvent> Stream<E> since(MongoOperations mongo, Class<E> kind, Instant from) {
        return Pages.of(
                mongo, kind, query -> query.addCriteria(Criteria.where("at").gte(from)), LearnerEvent::id);
    }

    /** Returns the ids of all learners who answered a question, in practice or in a check. */
    public List<String> whoAnswered(String course, String question) {
        return mongo.findDistinct(
                Query.query(
                        Criteria.where("question").is(question).and("course").is(course)),
                "learner",
                LearnerEvent.AnswerGiven.class,
                String.class);
    }

    /** Returns how a decision about a question changed learners' results. */
    public List<LearnerEvent.Regraded> regradedBy(String decision) {
        return mongo.find(Query.query(Criteria.where("decision").is(decision)), LearnerEvent.Regraded.class);
    }

    /** Returns the submissions of a period that have no review or escalation, oldest first. */
    public List<LearnerEvent.Submitted> unanswered(Instant from, Instant until) {
        List<LearnerEvent.Submitted> submissions = mongo.find(
                Query.query(Criteria.where("at").gte(from).lte(until)).with(Sort.by("at", "_id")),
                LearnerEvent.Submitted.class);
        Set<String> ids = submissions.stream().map(LearnerEvent.Submitted::id).collect(Collectors.toSet());
        Query these = Query.query(Criteria.where("_id").in(ids));
        Set<String> answered = Stream.concat(
                        mongo.find(these, LearnerEvent.Reviewed.class).stream().map(LearnerEvent.Reviewed::id),
                        mongo.find(these, LearnerEvent.Escalated.class).stream().map(LearnerEvent.Escalated::id))
                .collect(Collectors.toSet());
        return submissions.stream()
                .filter(work -> !answered.contains(work.id()))
                .toList();
    }
}
