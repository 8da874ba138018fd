package dev.fieldcert.curriculum;

/**
 * A moment that matters on the customer's journey.
 *
 * @param inferred true when the moment is this project's derivation and not the owner's published list
 */
public record Moment(String id, String title, String phase, String url, boolean inferred) {}
