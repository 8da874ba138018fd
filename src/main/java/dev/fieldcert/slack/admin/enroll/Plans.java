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

/** Stores a dry run's changes until the admin confirms them. A plan is deleted after a day. */
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
     * The change for one person. It holds Slack ids and no addresses.
     *
     * @param line line number in the file; 0 if there is no file
     * @param manager the new manager's id; null to keep the current one
     * @param cohort the new cohort; null to keep the current one
     * @param target id of a path or course; null to enroll in nothing
     * @param rule the name of the rule that enrolls the person; null if an admin does
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

    /**
     * Starts the plan and returns it. Empty if it belongs to another admin, has been started already, or has expired.
     */
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

    /** Makes the plan available again if nothing was done. */
    void giveBack(String id) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), new Update().unset("begunAt"), Plan.class);
    }

    /** @return whether the plan was dropped; false if it has been started already or belongs to another admin */
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

    /** Deletes every plan that names the person, or was stored for them. */
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
