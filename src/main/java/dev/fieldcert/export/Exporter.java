package dev.fieldcert.export;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** Writes what is stored into files. */
@Service
public class Exporter {

    private final MongoOperations mongo;
    private final Clock clock;

    Exporter(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * @param since a day in UTC; empty for everything
     * @param goOn asked after each row; the rest is left out when it says no
     * @return how many rows were written
     */
    public long write(Table<?> table, Optional<LocalDate> since, Format format, Path file, BooleanSupplier goOn) {
        return TableFile.write(table, new Source(mongo, since, clock.instant()), format, file, goOn);
    }
}
