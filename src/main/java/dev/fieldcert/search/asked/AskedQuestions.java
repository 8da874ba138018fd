package dev.fieldcert.search.asked;

import dev.fieldcert.search.LessonSearch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Counts questions. A request that is processed twice is counted twice: the counts guide authors and need not be
 * exact.
 */
@Repository
public class AskedQuestions {

    /** The number of characters of a question that are stored. */
    public static final int LONGEST = 300;

    private static final Duration KEPT = Duration.ofDays(365);

    private final MongoOperations mongo;
    private final Clock clock;

    public AskedQuestions(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    public void count(String question, boolean found) {
        String text = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
        Update update = new Update()
                .inc("asked", 1)
                .inc("notFound", found ? 0 : 1)
                .inc("helped", 0)
                .inc("rejected", 0)
                .set("text", text)
                .set("at", clock.instant());
        mongo.upsert(same(question), update, AskedQuestion.class);
    }

    /** Does nothing for a question that was never counted. */
    public void judge(String question, boolean helped) {
        mongo.updateFirst(
                same(question),
                new Update().inc("helped", helped ? 1 : 0).inc("rejected", helped ? 0 : 1),
                AskedQuestion.class);
    }

    private static Query same(String question) {
        return Query.query(Criteria.where("_id").is(LessonSearch.group(question)));
    }

    /** The questions that an author should look at, the most frequently unanswered or rejected first. */
    public List<AskedQuestion> open() {
        return mongo
                .find(
                        Query.query(new Criteria()
                                .orOperator(
                                        Criteria.where("notFound").gt(0),
                                        Criteria.where("rejected").gt(0))),
                        AskedQuestion.class)
                .stream()
                .sorted(Comparator.comparingInt((AskedQuestion question) -> -question.notFound() - question.rejected())
                        .thenComparing(AskedQuestion::text))
                .toList();
    }

    /** Deletes questions that nobody has asked for a year. */
    public void forgetOld(Instant now) {
        mongo.remove(Query.query(Criteria.where("at").lt(now.minus(KEPT))), AskedQuestion.class);
    }
}
