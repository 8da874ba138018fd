/**
 * The entry point for Slack's requests, which are verified, stored, acknowledged, and processed in order per person.
 */
package dev.fieldcert.slack.inbound;
