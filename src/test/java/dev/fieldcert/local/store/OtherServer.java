package dev.fieldcert.local.store;

import java.util.Optional;
import java.util.UUID;

/** The server that {@code MONGODB_URI} names, to run tests on instead of the embedded one. */
public final class OtherServer {

    private OtherServer() {}

    /** The address of a database of its own, whose name begins so; empty when no other server is named. */
    public static Optional<String> database(String name) {
        return Optional.ofNullable(System.getenv("MONGODB_URI"))
                .map(uri -> uri.replaceFirst(
                        "^(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(\\?.*)?$",
                        "$1/" + name + "_" + UUID.randomUUID().toString().substring(0, 8) + "$2"));
    }
}
