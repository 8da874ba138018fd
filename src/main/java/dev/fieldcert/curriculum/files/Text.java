package dev.fieldcert.curriculum.files;

/** A text of a file, and where it stands. */
record Text(String value, SourceLocation place) {}
