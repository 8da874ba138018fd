/**
 * Reads the program's files into a {@link dev.fieldcert.curriculum.Program}. Every problem is reported with its file,
 * line, column, and how to fix it.
 */
package dev.fieldcert.curriculum.files;
