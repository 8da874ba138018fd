/**
 * The learner, the one aggregate: enrollments, attempts, preferences and owed messages in one document. One class a deed;
 * each loads the learner, changes it, saves it, and returns what happened.
 */
package dev.fieldcert.learner;
