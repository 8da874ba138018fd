/**
 * The kinds of question. Each presents itself, reads an answer, grades it, and explains the grade. Plain Java without
 * a clock or I/O.
 */
package dev.fieldcert.curriculum.question;
