package dev.fieldcert.curriculum.files;

/** A text with its position in a file. */
record Text(String value, SourceLocation place) {}
