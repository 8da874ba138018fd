package dev.fieldcert.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The queries for a collection whose documents embed an {@link Outbox} as {@code outbox}, next to a {@code version}.
 * This is the only class that contains the field names of an outbox.
 */
public final class OutboxCollection<D extends HasOutbox> {

    private static final String DUE_AT = "outbox.dueAt";

    private final MongoOperations mongo;
    private final Class<D> type;

    public OutboxCollection(MongoOperations mongo, Class<D> type) {
        this.mongo = mongo;
        this.type = type;
        mongo.indexOps(type)
                .createIndex(
                        new Index(DUE_AT, Sort.Direction.ASC).named("outbox").sparse());
    }

    /**
     * Claims one due document and returns it as it was before the claim. If that contains an expired lease, its holder
     * crashed while sending.
     */
    public Optional<D> claim(Lease taken, Instant now) {
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(Criteria.where(DUE_AT).lte(now)).with(Sort.by(DUE_AT)),
                new Update()
                        .set("outbox.lease", taken)
                        .set(DUE_AT, taken.until())
                        .inc("version", 1),
                FindAndModifyOptions.options().returnNew(false),
                type));
    }

    /** Adds the changes that empty the outbox. */
    public static Update emptied(Update update) {
        return update.set("outbox.messages", List.of()).unset(DUE_AT).unset("outbox.lease");
    }

    public OutboxBacklog backlog() {
        Query query = Query.query(Criteria.where(DUE_AT).exists(true));
        query.fields().include(DUE_AT, "outbox.messages.createdAt");
        List<OutboxBacklog> each = new ArrayList<>();
        mongo.executeQuery(query, mongo.getCollectionName(type), document -> each.add(backlog(document)));
        return each.stream().reduce(OutboxBacklog.NONE, OutboxBacklog::and);
    }

    private static OutboxBacklog backlog(Document document) {
        Document outbox = document.get("outbox", Document.class);
        List<Document> messages = outbox.getList("messages", Document.class, List.of());
        return new OutboxBacklog(
                messages.size(),
                messages.stream()
                        .map(message -> message.getDate("createdAt").toInstant())
                        .min(Instant::compareTo),
                Optional.of(outbox.getDate("dueAt").toInstant()));
    }
}
