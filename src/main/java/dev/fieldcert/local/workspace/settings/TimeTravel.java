package dev.fieldcert.local.workspace.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The bot's clock, for the page to show and to move. */
public interface TimeTravel {

    /** The bot's current time. */
    Instant now();

    /** Moves the bot's clock ahead and runs what becomes due. */
    void advance(Duration ahead);

    /** When the bot next plans to contact somebody. */
    Optional<Instant> nextContact();
}
