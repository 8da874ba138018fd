package dev.fieldcert.learner.item;

import dev.fieldcert.curriculum.Amendment;
import dev.fieldcert.curriculum.versions.Amendments;
import dev.fieldcert.learner.ItemDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The decisions about questions, and their changes to the program. There are few, so all changes in force are kept in
 * memory; {@link #follow} adds the decisions made on other instances.
 */
@Repository
public class ItemDecisions implements Amendments {

    private final MongoOperations mongo;
    private List<ItemDecision> known = List.of();
    private volatile List<Amendment> amendments;

    ItemDecisions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Amendment> inForce() {
        if (amendments == null) {
            follow();
        }
        return amendments;
    }

    /** Updates the changes in force. Runs every few seconds on each instance. */
    public synchronized void follow() {
        List<ItemDecision> now = standing();
        if (amendments == null || !now.equals(known)) {
            known = now;
            amendments = amendments(now);
        }
    }

    /** The decisions that were made and not undone, oldest first. */
    public List<ItemDecision> standing() {
        return mongo
                .find(
                        Query.query(Criteria.where("at")
                                .exists(true)
                                .and("undoneAt")
                                .exists(false)),
                        ItemDecision.class)
                .stream()
                .sorted(Comparator.comparing(ItemDecision::at).thenComparing(ItemDecision::id))
                .toList();
    }

    /**
     * The changes that these decisions make to the program. If two contradict each other, the later one wins: a
     * question that was kept after it was quarantined is drawn again.
     */
    static List<Amendment> amendments(List<ItemDecision> oldestFirst) {
        List<Amendment> now = new ArrayList<>();
        for (ItemDecision decision : oldestFirst) {
            if (decision.kind() == ItemDecision.Kind.KEEP) {
                now.removeIf(each -> each instanceof Amendment.Withdrawn
                        && each.course().equals(decision.course())
                        && each.question().equals(decision.question()));
            }
            decision.amendment().ifPresent(now::add);
        }
        return List.copyOf(now);
    }

    public Optional<ItemDecision> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ItemDecision.class));
    }

    /** The decisions about one question, oldest first. Includes undone ones, but no proposals. */
    public List<ItemDecision> about(String course, String question) {
        return mongo
                .find(
                        Query.query(Criteria.where("course")
                                .is(course)
                                .and("question")
                                .is(question)
                                .and("at")
                                .exists(true)),
                        ItemDecision.class)
                .stream()
                .sorted(Comparator.comparing(ItemDecision::at))
                .toList();
    }

    /** The newest decisions, newest first. Includes undone ones, but no proposals. */
    public List<ItemDecision> newest(int most) {
        return mongo.find(
                Query.query(Criteria.where("at").exists(true))
                        .with(Sort.by(Sort.Direction.DESC, "at"))
                        .limit(most),
                ItemDecision.class);
    }

    /** The decisions that were made or undone, but have not been applied to everybody's results for certain. */
    List<ItemDecision> unsettled() {
        return mongo.find(
                Query.query(Criteria.where("at").exists(true).and("settledAt").exists(false)), ItemDecision.class);
    }

    void propose(ItemDecision decision) {
        mongo.insert(decision);
    }

    /** @return empty if it was made before, or is unknown */
    Optional<ItemDecision> make(String id, Instant now) {
        return change(Query.query(Criteria.where("_id").is(id).and("at").exists(false)), new Update().set("at", now));
    }

    /** @return empty if it was not made, or was undone before */
    Optional<ItemDecision> undo(String id, String by, String reason, Instant now) {
        return change(
                Query.query(Criteria.where("_id")
                        .is(id)
                        .and("at")
                        .exists(true)
                        .and("undoneAt")
                        .exists(false)),
                new Update()
                        .set("undoneAt", now)
                        .set("undoneBy", by)
                        .set("undoneReason", reason)
                        .unset("settledAt"));
    }

    private Optional<ItemDecision> change(Query which, Update how) {
        ItemDecision after =
                mongo.findAndModify(which, how, FindAndModifyOptions.options().returnNew(true), ItemDecision.class);
        follow();
        return Optional.ofNullable(after);
    }

    /** Records that the decision has been applied to everybody's results, unless it was undone in the meantime. */
    void settled(ItemDecision decision, Instant now) {
        mongo.updateFirst(
                Query.query(
                        Criteria.where("_id").is(decision.id()).and("undoneAt").is(decision.undoneAt())),
                new Update().set("settledAt", now),
                ItemDecision.class);
    }

    /** Deletes the proposals from before {@code before} that were never made. */
    long dropProposals(Instant before) {
        return mongo.remove(
                        Query.query(Criteria.where("at")
                                .exists(false)
                                .and("proposedAt")
                                .lt(before)),
                        ItemDecision.class)
                .getDeletedCount();
    }
}
