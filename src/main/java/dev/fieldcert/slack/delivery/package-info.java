/** Slack's side of the outbox: where a message goes, and when its recipient may get it. */
package dev.fieldcert.slack.delivery;
