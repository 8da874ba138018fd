/** Runs of questions: practice, reviews, testing out and the check. */
package dev.fieldcert.learner.assessment;
