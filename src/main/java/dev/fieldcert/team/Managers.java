package dev.fieldcert.team;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** What we last saw of people who manage or stand in for somebody; most of them learn nothing here themselves. */
@Repository
public class Managers {

    private final MongoOperations mongo;

    Managers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * @param zone an IANA zone id as Slack sent it; may be missing or nonsense
     * @param gone true once the Slack account is
     * @param seenAt when Slack last said so
     */
    @Document("managers")
    @TypeAlias("manager")
    public record Seen(@Id String id, String zone, boolean gone, Instant seenAt) {

        /** What is no zone counts as UTC. */
        public ZoneId zoneId() {
            try {
                return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
            } catch (DateTimeException noZone) {
                return ZoneOffset.UTC;
            }
        }
    }

    public Optional<Seen> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Seen.class));
    }

    public List<Seen> findAll(Collection<String> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(ids)), Seen.class);
    }

    /** Slack told of somebody; whoever manages nobody is not kept. */
    public void follow(String id, String zone, boolean gone, Instant at) {
        if (find(id).isPresent()) {
            seen(new Seen(id, zone, gone, at));
        }
    }

    public Seen seen(Seen seen) {
        return mongo.save(seen);
    }
}
