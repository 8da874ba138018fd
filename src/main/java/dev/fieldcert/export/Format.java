package dev.fieldcert.export;

import java.util.Locale;

/** The file format of a table. */
public enum Format {
    CSV,
    NDJSON;

    /** The file extension, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
