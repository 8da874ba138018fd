/** Practical assignments and the people who review them. */
package dev.fieldcert.learner.submission;
