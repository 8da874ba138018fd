/**
 * The learner is the only aggregate: one document holds the enrollments, attempts, preferences, and outbox, and the
 * methods that change them. Each sub-package contains the use cases of one capability, one class each. A use case
 * loads the learner, changes it, saves it, and returns what happened.
 */
package dev.fieldcert.learner;
