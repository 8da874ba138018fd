/** The way in: requests from Slack are verified, stored, acknowledged and processed in order per person. */
package dev.fieldcert.slack.inbound;
