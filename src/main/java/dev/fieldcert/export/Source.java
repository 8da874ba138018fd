package dev.fieldcert.export;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;

/** What an export reads: the database, from which day on, and the profiles of the people in it. */
final class Source {

    private final MongoOperations mongo;
    private final Instant from;
    private final Instant now;
    private final Map<String, Profile> people;

    /** @param since first day to export, in UTC; empty to export everything */
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

    /** The person's profile; {@link Profile#UNKNOWN} if there is no record, for example after erasure. */
    Profile who(String learner) {
        return people.getOrDefault(learner, Profile.UNKNOWN);
    }
}
