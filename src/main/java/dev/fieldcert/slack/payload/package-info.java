/** Slack's payloads, reduced to what handlers need of them. */
package dev.fieldcert.slack.payload;
