package dev.fieldcert.slack.admin.enroll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** A dry run's changes, stored until the admin confirms; deleted after a day. */
@Repository
public class Plans {

    private static final Duration KEPT = Duration.ofDays(1);

    private final MongoOperations mongo;
    private final Clock clock;

    Plans(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * The change for one person; Slack ids, no addresses.
     *
     * @param line the line of the file; 0 when there is none
     * @param manager null to keep it
     * @param cohort null to keep it
     * @param target id of a path or course; null for none
     * @param rule the name of the rule that enrolls; null when an admin does
     */
    public record Step(
            int line, String person, String manager, String cohort, String target, LocalDate due, String rule) {

        static Step enrollment(String person, String target, LocalDate due) {
            return enrollment(0, person, new Wish(target, due, null));
        }

        public static Step enrollment(int line, String person, Wish wish) {
            return new Step(line, person, null, null, wish.target(), wish.due(), wish.rule());
        }

        Step enrolling(Wish wish) {
            return new Step(line, person, manager, cohort, wish.target(), wish.due(), wish.rule());
        }
    }

    @Document("roster_plans")
    @TypeAlias("roster-plan")
    public record Plan(@Id String id, String by, Instant at, Instant begunAt, List<Step> steps) {

        public Plan {
            steps = List.copyOf(steps);
        }
    }

    String keep(String by, List<Step> steps) {
        String id = UUID.randomUUID().toString();
        mongo.insert(new Plan(id, by, clock.instant(), null, steps));
        return id;
    }

    /** The plan, on the first request of the person it was stored for; empty when it was started or has expired. */
    Optional<Plan> begin(String id, String by) {
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(Criteria.where("_id")
                        .is(id)
                        .and("by")
                        .is(by)
                        .and("begunAt")
                        .is(null)
                        .and("at")
                        .gte(clock.instant().minus(KEPT))),
                new Update().set("begunAt", clock.instant()),
                FindAndModifyOptions.options().returnNew(true),
                Plan.class));
    }

    /** Makes the plan available again when nothing was done. */
    void giveBack(String id) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), new Update().unset("begunAt"), Plan.class);
    }

    /** @return whether it had not been started, so that nothing happens */
    boolean drop(String id, String by) {
        return mongo.remove(
                                Query.query(Criteria.where("_id")
                                        .is(id)
                                        .and("by")
                                        .is(by)
                                        .and("begunAt")
                                        .is(null)),
                                Plan.class)
                        .getDeletedCount()
                > 0;
    }

    void done(String id) {
        mongo.remove(Query.query(Criteria.where("_id").is(id)), Plan.class);
    }

    /** Deletes every plan that names the person. */
    public void forget(String person) {
        mongo.remove(
                Query.query(new Criteria()
                        .orOperator(
                                Criteria.where("steps.person").is(person),
                                Criteria.where("steps.manager").is(person),
                                Criteria.where("by").is(person))),
                Plan.class);
    }

    public void forgetOld() {
        mongo.remove(Query.query(Criteria.where("at").lt(clock.instant().minus(KEPT))), Plan.class);
    }
}
