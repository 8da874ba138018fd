/** Threads: one person's requests one after another, and long work with its progress and a button that stops it. */
package dev.fieldcert.slack.work;
