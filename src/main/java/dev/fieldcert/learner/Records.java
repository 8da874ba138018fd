package dev.fieldcert.learner;

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
import org.springframework.stereotype.Repository;

/** What has happened, read across learners. */
@Repository
public class Records {

    private final MongoOperations mongo;

    Records(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(Fact.AnswerGiven.class)
                .createIndex(new Index("learner", Sort.Direction.ASC)
                        .on("at", Sort.Direction.ASC)
                        .named("answers-of"));
        mongo.indexOps(Fact.HandedIn.class).createIndex(new Index("at", Sort.Direction.ASC).named("handed-in-at"));
    }

    /** Answers of these learners, one at a time from the database; close the stream. */
    public Stream<Fact.AnswerGiven> answers(Collection<String> learners, Instant from) {
        Query query =
                Query.query(Criteria.where("learner").in(learners).and("at").gte(from));
        query.fields().exclude("answer");
        return mongo.stream(query, Fact.AnswerGiven.class);
    }

    /** Hand-ins of that time, oldest first, that nobody has reviewed and for which nobody else was asked. */
    public List<Fact.HandedIn> unanswered(Instant from, Instant until) {
        List<Fact.HandedIn> handIns = mongo.find(
                Query.query(Criteria.where("at").gte(from).lte(until)).with(Sort.by("at", "_id")), Fact.HandedIn.class);
        Set<String> ids = handIns.stream().map(Fact.HandedIn::id).collect(Collectors.toSet());
        Query these = Query.query(Criteria.where("_id").in(ids));
        Set<String> answered = Stream.concat(
                        mongo.find(these, Fact.Reviewed.class).stream().map(Fact.Reviewed::id),
                        mongo.find(these, Fact.Escalated.class).stream().map(Fact.Escalated::id))
                .collect(Collectors.toSet());
        return handIns.stream().filter(work -> !answered.contains(work.id())).toList();
    }
}
