/** Which channels hear of badges and feedback, and how loudly. */
package dev.fieldcert.slack.admin.channels;
