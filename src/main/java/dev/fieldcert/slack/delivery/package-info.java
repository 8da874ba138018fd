/** Slack's side of the outbox: where a message goes, and when its recipient may be written to. */
package dev.fieldcert.slack.delivery;
