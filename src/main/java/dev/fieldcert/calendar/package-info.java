/** A learner's due dates and badge ends as a calendar that other programs can read. */
package dev.fieldcert.calendar;
