package dev.fieldcert.export;

import java.util.Locale;

/** How a table is written. */
public enum Format {
    CSV,
    NDJSON;

    /** The file's ending, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
