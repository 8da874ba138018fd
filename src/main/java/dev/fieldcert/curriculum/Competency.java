package dev.fieldcert.curriculum;

import java.util.List;

/** A field functional competency with its example behaviors. */
public record Competency(String id, String title, String url, List<Behavior> behaviors) {

    public Competency {
        behaviors = List.copyOf(behaviors);
    }

    public record Behavior(String id, String title) {}
}
