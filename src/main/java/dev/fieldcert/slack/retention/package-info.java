/** Retrieval questions about courses that the learner has completed, and what the learner remembers. */
package dev.fieldcert.slack.retention;
