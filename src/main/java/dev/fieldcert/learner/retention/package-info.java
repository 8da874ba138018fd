/** Retrieval questions about completed courses, so that learners remember what they learned. */
package dev.fieldcert.learner.retention;
