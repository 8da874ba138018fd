package dev.fieldcert.slack.payload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A submitted modal.
 *
 * @param metadata the modal's private metadata
 * @param inputs values by block id; a single value is a list of one
 * @param files Slack's file ids by the block id of their file input
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

    /** Returns a key that is the same for every submission of this modal by this person with these inputs. */
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
