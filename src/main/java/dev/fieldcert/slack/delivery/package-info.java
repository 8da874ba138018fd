/** The Slack part of the outbox: where a message is sent, and when its recipient may get it. */
package dev.fieldcert.slack.delivery;
