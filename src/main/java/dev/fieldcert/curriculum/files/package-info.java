/**
 * The program's files as text, and how they become a {@link dev.fieldcert.curriculum.Program}: every problem is
 * named with its file, line, column and how to mend it.
 */
package dev.fieldcert.curriculum.files;
