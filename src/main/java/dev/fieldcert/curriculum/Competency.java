package dev.fieldcert.curriculum;

import java.util.List;

/** A field functional competency with its example behaviours. */
public record Competency(String id, String title, String url, List<Behaviour> behaviours) {

    public Competency {
        behaviours = List.copyOf(behaviours);
    }

    public record Behaviour(String id, String title) {}
}
