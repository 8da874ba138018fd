/** Feedback on the program. */
package dev.fieldcert.slack.feedback;
