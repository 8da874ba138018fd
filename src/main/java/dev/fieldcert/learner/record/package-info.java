/** Stored events across learners, and the audit trail. */
package dev.fieldcert.learner.record;
