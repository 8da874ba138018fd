package dev.fieldcert.slack.home;

import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Stores the state of each Home that has been opened. */
@Repository
class Homes {

    private final MongoOperations mongo;

    Homes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<HomeState> find(String person) {
        return Optional.ofNullable(mongo.findById(person, HomeState.class));
    }

    void save(HomeState state) {
        mongo.save(state);
    }

    void forget(String person) {
        mongo.remove(Query.query(Criteria.where("_id").is(person)), HomeState.class);
    }
}
