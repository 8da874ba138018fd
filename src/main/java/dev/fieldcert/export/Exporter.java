package dev.fieldcert.export;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** Exports stored data to files. */
@Service
public class Exporter {

    private final MongoOperations mongo;
    private final Clock clock;

    Exporter(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * @param since first day to export, in UTC; empty to export everything
     * @param goOn called after each row; the export ends early when it returns false
     * @return number of rows written
     */
    public long write(Table<?> table, Optional<LocalDate> since, Format format, Path file, BooleanSupplier goOn) {
        return TableFile.write(table, new Source(mongo, since, clock.instant()), format, file, goOn);
    }
}
