/** Preferences that learners set for themselves. */
package dev.fieldcert.learner.preferences;
