/** A learner's calendar of due dates and renewals. */
package dev.fieldcert.slack.calendar;
