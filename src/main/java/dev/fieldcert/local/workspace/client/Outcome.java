package dev.fieldcert.local.workspace.client;

import java.util.Map;
import java.util.Optional;

/**
 * What a person sees right after an action.
 *
 * @param warning Slack's error message if the bot did not respond properly; otherwise empty
 * @param fieldErrors a modal's field errors, by block id
 */
public record Outcome(Optional<String> warning, Map<String, String> fieldErrors) {

    public static final Outcome FINE = new Outcome(Optional.empty(), Map.of());

    public static Outcome warns(String text) {
        return new Outcome(Optional.of(text), Map.of());
    }

    static Outcome errors(Map<String, String> byBlock) {
        return new Outcome(Optional.empty(), Map.copyOf(byBlock));
    }
}
