package dev.fieldcert.search;

/** Where a job aid stands in the program. */
public record AidRef(String course, String aid) {}
