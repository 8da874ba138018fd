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
 * @param place the message with the clicked element; null in a modal or in Home
 * @param ephemeral whether only that person sees the message, which then cannot be updated
 * @param actionId the clicked element's action id
 * @param value the button's value, or the value of the chosen option or options
 * @param inputs the values of the message's or view's inputs, by block id; a single value is a list of one
 * @param viewId the modal or Home with the clicked element; null in a message
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
     * Returns a key that is the same for every click by this person on this element with these inputs; empty if the
     * element is neither in a known message nor in a view.
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
