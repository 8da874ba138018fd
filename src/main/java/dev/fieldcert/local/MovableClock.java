package dev.fieldcert.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of local mode: real time plus an offset, which survives a restart. */
final class MovableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private final Path file;
    private volatile Duration ahead;

    MovableClock(Path folder) {
        this.file = folder.resolve("clock");
        try {
            this.ahead =
                    Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time goes forward only");
        }
        Duration moved = ahead.plus(by);
        try {
            Files.createDirectories(file.getParent());
            Path written = file.resolveSibling("clock.new");
            Files.writeString(written, moved.toString());
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ahead = moved;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.fixed(instant(), zone);
    }
}
