package dev.fieldcert.slack.admin.rights;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The open requests for erasure. */
@Repository
public class ErasureRequests {

    /** The most requests that a list shows. */
    public static final int A_PAGE = 20;

    private final MongoOperations mongo;
    private final Clock clock;

    ErasureRequests(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Document("erasure_requests")
    @TypeAlias("erasure-request")
    public record Request(@Id String person, Instant at) {}

    /** @return false if the person has an open request already */
    boolean ask(String person) {
        try {
            mongo.insert(new Request(person, clock.instant()));
            return true;
        } catch (DuplicateKeyException asked) {
            return false;
        }
    }

    Optional<Request> of(String person) {
        return Optional.ofNullable(mongo.findById(person, Request.class));
    }

    public List<Request> open(int most) {
        return mongo.find(new Query().with(Sort.by("at")).limit(most), Request.class);
    }

    boolean withdraw(String person) {
        return mongo.remove(Query.query(Criteria.where("_id").is(person)), Request.class)
                        .getDeletedCount()
                > 0;
    }
}
