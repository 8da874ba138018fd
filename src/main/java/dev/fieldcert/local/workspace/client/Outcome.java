package dev.fieldcert.local.workspace.client;

import java.util.Map;
import java.util.Optional;

/**
 * What a person notices right after a deed.
 *
 * @param warning Slack's own words when the bot did not answer properly
 * @param fieldErrors what a modal says below its fields, by block id
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
