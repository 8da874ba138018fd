package dev.fieldcert.search;

/** The position of a job aid in the program. */
public record AidRef(String course, String aid) {}
