/** Lets learners choose when they are contacted: settings, pauses and snoozes. */
package dev.fieldcert.slack.settings;
