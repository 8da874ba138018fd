package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.slack.webapi.Fingerprint;
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
 * Remembers the people whom a rule has enrolled, or found enrolled. A rule acts on a person once, so that a person who
 * left a course, was taken out of it, or was erased is not enrolled again the next time the rule runs. Only a
 * fingerprint of the person is kept. It outlives an erasure and names nobody.
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
    record Done(@Id String id, String rule, String target, Instant at) {}

    /** The people on whom a rule has acted for one target. */
    public static final class Acted {

        private final String rule;
        private final String target;
        private final Set<String> ids;

        private Acted(String rule, String target, Set<String> ids) {
            this.rule = rule;
            this.target = target;
            this.ids = ids;
        }

        public boolean on(String person) {
            return !ids.isEmpty() && ids.contains(id(rule, target, person));
        }
    }

    private static String id(String rule, String target, String person) {
        return Fingerprint.of(String.join("|", rule, target, person));
    }

    public Acted acted(String rule, String target) {
        Query query = Query.query(Criteria.where("rule").is(rule).and("target").is(target));
        Set<String> ids = mongo.find(query, Done.class).stream().map(Done::id).collect(Collectors.toSet());
        return new Acted(rule, target, ids);
    }

    /** How often each rule has acted, by rule: once for each person and target. */
    public Map<String, Long> counts() {
        return mongo.findDistinct(new Query(), "rule", Done.class, String.class).stream()
                .collect(Collectors.toMap(
                        rule -> rule,
                        rule -> mongo.count(Query.query(Criteria.where("rule").is(rule)), Done.class)));
    }

    void done(String rule, String target, String person) {
        try {
            mongo.insert(new Done(id(rule, target, person), rule, target, clock.instant()));
        } catch (DuplicateKeyException doneBefore) {
            return;
        }
    }

    public void forget(String rule) {
        mongo.remove(Query.query(Criteria.where("rule").is(rule)), Done.class);
    }
}
