/** Hearing what people think of the program. */
package dev.fieldcert.slack.feedback;
