/** Hearing what people think of the programme. */
package dev.fieldcert.slack.feedback;
