package dev.fieldcert.local.workspace.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The bot's clock, as far as the page may see and move it. */
public interface TimeTravel {

    /** What the bot takes for now. */
    Instant now();

    /** Moves the bot's clock ahead; what becomes due meanwhile happens. */
    void advance(Duration ahead);

    /** When the bot next wants to write to somebody of its own accord. */
    Optional<Instant> nextContact();
}
