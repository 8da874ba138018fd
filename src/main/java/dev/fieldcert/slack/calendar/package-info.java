/** The conversation about a learner's calendar. */
package dev.fieldcert.slack.calendar;
