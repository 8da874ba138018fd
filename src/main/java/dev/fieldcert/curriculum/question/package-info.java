/** The kinds of question: each poses itself, reads an answer, marks it and explains the mark. Plain Java, no clock, no I/O. */
package dev.fieldcert.curriculum.question;
