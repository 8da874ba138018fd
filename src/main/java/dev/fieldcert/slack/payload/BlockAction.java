package dev.fieldcert.slack.payload;

import dev.fieldcert.learner.Notification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A click on a button or a menu choice.
 *
 * @param person Slack id of the person who clicked
 * @param place the message it is in; null in a modal or in Home
 * @param ephemeral whether only that person sees the message, which then cannot be updated
 * @param actionId the element's
 * @param value the button's value or the chosen option's
 * @param inputs the values of the message's inputs by block id; a list of one for single values
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

    /**
     * A key that is the same for every click on this button with these inputs; empty when the button's place is
     * unknown.
     */
    public Optional<String> sameness() {
        String where = place != null ? place.toString() : viewId;
        return Optional.ofNullable(where)
                .map(known -> String.join("|", person, known, actionId, value, new TreeMap<>(inputs).toString()));
    }

    public Optional<String> input(String blockId) {
        return inputs.getOrDefault(blockId, List.of()).stream().findFirst();
    }
}
