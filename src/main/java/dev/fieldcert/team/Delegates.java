package dev.fieldcert.team;

import dev.fieldcert.learner.ProcessedRequest;
import dev.fieldcert.learner.StoredResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/** Stores managers' delegates, who review assignments in addition to the managers. */
@Repository
public class Delegates {

    private final MongoOperations mongo;

    Delegates(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * @param delegate null once the delegate has been removed
     * @param processedRequests the newest requests that changed the delegate
     */
    @Document("delegates")
    @TypeAlias("delegate")
    record Named(@Id String manager, String delegate, Instant at, List<ProcessedRequest> processedRequests) {

        Named {
            processedRequests = processedRequests == null ? List.of() : List.copyOf(processedRequests);
        }
    }

    public Optional<String> of(String manager) {
        return find(manager).map(Named::delegate);
    }

    private Optional<Named> find(String manager) {
        return Optional.ofNullable(mongo.findById(manager, Named.class));
    }

    /**
     * The stored result, if the current request has already changed this manager's delegate and is now being repeated.
     */
    <R> Optional<R> resultOf(String manager, Class<R> type) {
        return find(manager).flatMap(named -> ProcessedRequest.resultIn(named.processedRequests(), type));
    }

    /** @param delegate null to remove the delegate */
    void name(String manager, String delegate, StoredResult result, Instant at) {
        List<ProcessedRequest> requests =
                new ArrayList<>(find(manager).map(Named::processedRequests).orElse(List.of()));
        ProcessedRequest.keep(requests, result, at);
        mongo.save(new Named(manager, delegate, at, requests));
    }
}
