/**
 * The learner, the one aggregate: enrollments, attempts, preferences and outbox in one document, with the methods that
 * change it. Each sub-package holds the use cases of one capability, one class each: it loads the learner, changes it, saves
 * it, and returns what happened.
 */
package dev.fieldcert.learner;
