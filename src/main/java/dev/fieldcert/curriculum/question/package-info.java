/**
 * The question kinds: each presents itself, reads an answer, grades it and explains the grade. Plain Java, no clock,
 * no I/O.
 */
package dev.fieldcert.curriculum.question;
