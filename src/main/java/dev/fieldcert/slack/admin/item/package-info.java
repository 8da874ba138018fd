/** Showing what learners reported about questions, and deciding about the questions. */
package dev.fieldcert.slack.admin.item;
