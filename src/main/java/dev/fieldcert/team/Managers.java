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

/** Profiles of managers and delegates; most of them are not learners. */
@Repository
public class Managers {

    private final MongoOperations mongo;

    Managers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * @param zone an IANA time zone id from Slack; may be missing or invalid
     * @param gone whether the Slack account is deactivated
     * @param seenAt when Slack last confirmed the profile
     */
    @Document("managers")
    @TypeAlias("manager")
    public record Seen(@Id String id, String zone, boolean gone, Instant seenAt) {

        /** An invalid zone counts as UTC. */
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

    /** Stores a changed profile, unless none is stored for this person. */
    public void follow(String id, String zone, boolean gone, Instant at) {
        if (find(id).isPresent()) {
            seen(new Seen(id, zone, gone, at));
        }
    }

    public Seen seen(Seen seen) {
        return mongo.save(seen);
    }
}
