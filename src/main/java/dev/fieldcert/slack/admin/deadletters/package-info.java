/** Undeliverable messages: an admin retries or drops each. */
package dev.fieldcert.slack.admin.deadletters;
