/** The way in: what Slack sends is verified, kept, acknowledged and worked off, person by person. */
package dev.fieldcert.slack.inbound;
