/** Lessons: their cards, and the way to their questions. */
package dev.fieldcert.slack.lesson;
