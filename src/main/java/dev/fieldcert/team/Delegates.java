package dev.fieldcert.team;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/** Who reviews assignments beside a manager, by the manager's own word. */
@Repository
public class Delegates {

    private final MongoOperations mongo;

    Delegates(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Document("delegates")
    @TypeAlias("delegate")
    record Named(@Id String manager, String delegate, Instant at) {}

    public Optional<String> of(String manager) {
        return Optional.ofNullable(mongo.findById(manager, Named.class)).map(Named::delegate);
    }

    void name(String manager, String delegate, Instant at) {
        mongo.save(new Named(manager, delegate, at));
    }

    void remove(String manager) {
        Named named = mongo.findById(manager, Named.class);
        if (named != null) {
            mongo.remove(named);
        }
    }
}
