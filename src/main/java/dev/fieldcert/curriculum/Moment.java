package dev.fieldcert.curriculum;

/**
 * A moment that matters on the customer's journey.
 *
 * @param inferred whether this project derived the moment; false if it is on the owner's published list
 */
public record Moment(String id, String title, String phase, String url, boolean inferred) {}
