/** Threads: requests in order per person, and long work with progress and a cancel button. */
package dev.fieldcert.slack.work;
