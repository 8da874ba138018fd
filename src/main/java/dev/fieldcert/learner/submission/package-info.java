/** Assignments and their reviews. */
package dev.fieldcert.learner.submission;
