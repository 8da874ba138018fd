package dev.fieldcert.curriculum;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The programme that is taught now, and the versions that running attempts began with. */
public class Programmes {

    private final Map<String, Programme> versions = new ConcurrentHashMap<>();
    private volatile Programme current;

    public Programmes(Programme current) {
        replace(current);
    }

    public Programme current() {
        return current;
    }

    public Optional<Programme> version(String version) {
        return Optional.ofNullable(versions.get(version));
    }

    public void replace(Programme programme) {
        versions.put(programme.version(), programme);
        current = programme;
    }
}
