/** Runs work on threads: each person's requests in order, and long-running work with progress and a cancel button. */
package dev.fieldcert.slack.work;
