package dev.fieldcert.local.workspace.blockkit;

import java.util.ArrayList;
import java.util.List;

/** The problems in a payload, each with Slack's wording and a JSON pointer to the invalid value. */
final class Problems {

    private final List<String> messages = new ArrayList<>();

    void add(String pointer, String complaint) {
        messages.add("%s [json-pointer:%s]".formatted(complaint, pointer));
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    List<String> messages() {
        return List.copyOf(messages);
    }
}
