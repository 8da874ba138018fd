/** Slack's payloads, reduced to what handlers need. */
package dev.fieldcert.slack.payload;
