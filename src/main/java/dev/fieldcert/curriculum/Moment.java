package dev.fieldcert.curriculum;

/**
 * A moment that matters on the customer's journey.
 *
 * @param inferred whether the moment is this project's derivation rather than on the owner's published list
 */
public record Moment(String id, String title, String phase, String url, boolean inferred) {}
