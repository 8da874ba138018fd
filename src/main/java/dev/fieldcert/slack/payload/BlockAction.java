package dev.fieldcert.slack.payload;

import dev.fieldcert.learner.Notification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A button pressed or a menu chosen.
 *
 * @param person Slack id of who clicked
 * @param place the message it is in; null in a modal or in Home
 * @param ephemeral whether that message is visible to the person only, and cannot be updated
 * @param actionId of the element
 * @param value the button's value, or the chosen option's
 * @param inputs what stands in the message's inputs, by block id; a list of one for single values
 * @param viewId the modal or Home it is in; null in a message
 */
public record BlockAction(
        String person,
        Notification.MessageRef place,
        boolean ephemeral,
        String actionId,
        String value,
        Map<String, List<String>> inputs,
        String triggerId,
        String responseUrl,
        String viewId,
        String privateMetadata) {

    public BlockAction {
        inputs = Map.copyOf(inputs);
    }

    /** The same for every click on this button with these inputs; empty when it is not known where the button stands. */
    public Optional<String> sameness() {
        String where = place != null ? place.toString() : viewId;
        return Optional.ofNullable(where)
                .map(known -> String.join("|", person, known, actionId, value, new TreeMap<>(inputs).toString()));
    }

    public Optional<String> input(String blockId) {
        return inputs.getOrDefault(blockId, List.of()).stream().findFirst();
    }
}
