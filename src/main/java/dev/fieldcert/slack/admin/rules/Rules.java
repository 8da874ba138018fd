package dev.fieldcert.slack.admin.rules;

import dev.fieldcert.slack.admin.rules.Rule.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Stores the rules by name. */
@Repository
class Rules {

    private final MongoOperations mongo;
    private final Clock clock;

    Rules(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    Optional<Rule> find(String name) {
        return Optional.ofNullable(mongo.findById(name, Rule.class));
    }

    /** All rules in alphabetical order of their names. */
    List<Rule> all() {
        return mongo.find(new Query().with(Sort.by("_id")), Rule.class);
    }

    List<Rule> active() {
        return mongo.find(Query.query(Criteria.where("state").is(State.ACTIVE)).with(Sort.by("_id")), Rule.class);
    }

    /**
     * Stores a rule under a new proposal id, for a dry run. The rule enrolls nobody until an admin confirms the
     * proposal.
     */
    Rule propose(String name, String text, String by, State state) {
        return mongo.save(new Rule(
                name, text, by, clock.instant(), state, UUID.randomUUID().toString()));
    }

    /**
     * Starts the proposed rule.
     *
     * @return the rule; empty if it has been started, changed or removed already
     */
    Optional<Rule> start(String name, String proposal, String by) {
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(Criteria.where("_id")
                        .is(name)
                        .and("proposal")
                        .is(proposal)
                        .and("state")
                        .ne(State.ACTIVE)),
                new Update().set("state", State.ACTIVE).set("by", by).set("at", clock.instant()),
                FindAndModifyOptions.options().returnNew(true),
                Rule.class));
    }

    /** @return false if the rule was not active */
    boolean pause(String name) {
        return mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(name)
                                        .and("state")
                                        .is(State.ACTIVE)),
                                new Update().set("state", State.PAUSED),
                                Rule.class)
                        .getModifiedCount()
                > 0;
    }

    /** @return the removed rule; empty if there was none */
    Optional<Rule> remove(String name) {
        return Optional.ofNullable(
                mongo.findAndRemove(Query.query(Criteria.where("_id").is(name)), Rule.class));
    }

    /**
     * Deletes a proposed rule that was never started. A paused rule is kept.
     *
     * @return whether a rule was deleted
     */
    boolean drop(String name, String proposal) {
        return mongo.remove(
                                Query.query(Criteria.where("_id")
                                        .is(name)
                                        .and("proposal")
                                        .is(proposal)
                                        .and("state")
                                        .is(State.PROPOSED)),
                                Rule.class)
                        .getDeletedCount()
                > 0;
    }
}
