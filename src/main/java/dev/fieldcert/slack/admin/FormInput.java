package dev.fieldcert.slack.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values in a form.
 *
 * @param inputs the chosen and typed values, by block id
 * @param files Slack's file ids, by block id
 * @param isOpening whether the form must be drawn quickly, before its trigger expires after three seconds
 */
public record FormInput(Map<String, List<String>> inputs, Map<String, List<String>> files, boolean isOpening) {

    static final FormInput EMPTY = new FormInput(Map.of(), Map.of(), false);
    static final FormInput OPENING = new FormInput(Map.of(), Map.of(), true);

    public FormInput {
        inputs = Map.copyOf(inputs);
        files = Map.copyOf(files);
    }

    public Optional<String> text(String id) {
        return all(id).stream().findFirst().map(String::strip).filter(text -> !text.isEmpty());
    }

    public List<String> all(String id) {
        return inputs.getOrDefault(id, List.of());
    }

    public List<String> files(String id) {
        return files.getOrDefault(id, List.of());
    }
}
