package dev.fieldcert.slack.admin.enroll;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Whom a rule has enrolled, or found enrolled. A rule acts on a person once, so that somebody who left a course, or was
 * taken out of it, is not put in again the next time the rule looks.
 */
@Repository
public class RuleEnrollments {

    private final MongoOperations mongo;
    private final Clock clock;

    RuleEnrollments(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(Done.class).createIndex(new Index("rule", Sort.Direction.ASC).named("rule"));
    }

    @Document("rule_enrollments")
    @TypeAlias("rule-enrollment")
    record Done(@Id String id, String rule, String target, String person, Instant at) {}

    private static String id(String rule, String target, String person) {
        return String.join("|", rule, target, person);
    }

    /** Everybody on whom this rule has acted. */
    public Set<String> people(String rule, String target) {
        return mongo
                .find(Query.query(Criteria.where("rule").is(rule).and("target").is(target)), Done.class)
                .stream()
                .map(Done::person)
                .collect(Collectors.toSet());
    }

    /** On how many people each rule has acted. */
    public Map<String, Long> counts() {
        return mongo.findDistinct(new Query(), "rule", Done.class, String.class).stream()
                .collect(Collectors.toMap(
                        rule -> rule,
                        rule -> mongo.count(Query.query(Criteria.where("rule").is(rule)), Done.class)));
    }

    void done(String rule, String target, String person) {
        try {
            mongo.insert(new Done(id(rule, target, person), rule, target, person, clock.instant()));
        } catch (DuplicateKeyException doneBefore) {
            return;
        }
    }

    public void forget(String rule) {
        mongo.remove(Query.query(Criteria.where("rule").is(rule)), Done.class);
    }
}
