/**
 * Answers questions by quoting the lesson cards that match, or from the learner's own record, or says that nothing was
 * found.
 */
package dev.fieldcert.slack.ask;
