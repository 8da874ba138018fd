/** Decides which channel gets badges and feedback. */
package dev.fieldcert.slack.channels;
