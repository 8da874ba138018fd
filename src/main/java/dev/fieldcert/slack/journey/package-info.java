/** Enrolling, progress, the next step, and help. */
package dev.fieldcert.slack.journey;
