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

/** What would be changed, kept between a dry run and the admin's yes; forgotten after a day. */
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
     * What is to be done for one person; Slack ids, no addresses.
     *
     * @param line of the file they are in; 0 when there is none
     * @param manager null to leave it as it is
     * @param cohort null to leave it as it is
     * @param target id of a path or a course; null to enroll in nothing
     */
    record Step(int line, String person, String manager, String cohort, String target, LocalDate due) {

        static Step enrollment(String person, String target, LocalDate due) {
            return new Step(0, person, null, null, target, due);
        }
    }

    @Document("roster_plans")
    @TypeAlias("roster-plan")
    record Plan(@Id String id, String by, Instant at, Instant begunAt, List<Step> steps) {

        Plan {
            steps = List.copyOf(steps);
        }
    }

    String keep(String by, List<Step> steps) {
        String id = UUID.randomUUID().toString();
        mongo.insert(new Plan(id, by, clock.instant(), null, steps));
        return id;
    }

    /** The plan, for whom it was kept, the first time they ask; empty when they have begun with it, or it is forgotten. */
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

    /** For another try: nothing was done. */
    void giveBack(String id) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), new Update().unset("begunAt"), Plan.class);
    }

    /** @return whether nobody had begun with it, so that nothing was done and nothing will be */
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

    /** Plans that name somebody are dropped whole. */
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
