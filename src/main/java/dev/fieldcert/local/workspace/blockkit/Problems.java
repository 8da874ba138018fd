package dev.fieldcert.local.workspace.blockkit;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a payload, in Slack's words: a complaint and the JSON pointer it is about. */
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
