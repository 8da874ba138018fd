/** The only package that uses Quartz: jobs and triggers. Quartz is the clock; the database is the calendar. */
package dev.fieldcert.schedule;
