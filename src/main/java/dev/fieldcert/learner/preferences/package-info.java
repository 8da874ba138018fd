/** What learners choose for themselves. */
package dev.fieldcert.learner.preferences;
