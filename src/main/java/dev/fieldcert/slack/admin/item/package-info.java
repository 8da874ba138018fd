/** What learners reported about questions, and deciding about them. */
package dev.fieldcert.slack.admin.item;
