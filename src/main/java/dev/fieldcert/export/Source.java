package dev.fieldcert.export;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;

/** The database an export reads, from which day on, and the names of the people in it. */
final class Source {

    private final MongoOperations mongo;
    private final Instant from;
    private final Instant now;
    private final Map<String, Profile> people;

    /** @param since a day in UTC; empty for everything */
    Source(MongoOperations mongo, Optional<LocalDate> since, Instant now) {
        this.mongo = mongo;
        this.from =
                since.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(Instant.EPOCH);
        this.now = now;
        this.people = Learners.profiles(mongo);
    }

    MongoOperations mongo() {
        return mongo;
    }

    Instant from() {
        return from;
    }

    Instant now() {
        return now;
    }

    /** Nobody's profile for whoever has no record, such as somebody who was erased. */
    Profile who(String learner) {
        return people.getOrDefault(learner, Profile.UNKNOWN);
    }
}
