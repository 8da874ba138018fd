/** Asking the lessons: cards that answer a question, quoted; the learner's own record; and an honest “not found”. */
package dev.fieldcert.slack.ask;
