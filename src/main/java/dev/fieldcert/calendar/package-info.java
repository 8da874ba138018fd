/** A learner's due dates and renewals as a calendar that other programs read. */
package dev.fieldcert.calendar;
