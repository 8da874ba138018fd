/** Undeliverable messages, each of which an admin can retry or drop. */
package dev.fieldcert.slack.admin.deadletters;
