package dev.fieldcert.slack.payload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A submitted modal.
 *
 * @param metadata the modal's private metadata
 * @param inputs by block id; a list of one for single values
 * @param files of a file input, by block id: Slack's file ids
 */
public record ViewSubmission(
        String person,
        String callbackId,
        String viewId,
        String metadata,
        Map<String, List<String>> inputs,
        Map<String, List<String>> files) {

    public ViewSubmission {
        inputs = Map.copyOf(inputs);
        files = Map.copyOf(files);
    }

    /** The same for every submission of this modal with these inputs. */
    public String sameness() {
        return String.join("|", person, viewId, new TreeMap<>(inputs).toString(), new TreeMap<>(files).toString());
    }

    public Optional<String> input(String blockId) {
        return inputs.getOrDefault(blockId, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    public List<String> all(String blockId) {
        return inputs.getOrDefault(blockId, List.of());
    }
}
