/** Assignments that a person reviews: submitting them, and the results. */
package dev.fieldcert.slack.assignment;
