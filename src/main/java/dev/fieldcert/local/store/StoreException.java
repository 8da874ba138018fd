package dev.fieldcert.local.store;

/** The store cannot be opened, copied or restored; the message says what to do. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
