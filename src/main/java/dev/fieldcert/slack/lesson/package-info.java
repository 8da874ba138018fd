/** Lessons: shows their cards, which lead to the questions. */
package dev.fieldcert.slack.lesson;
