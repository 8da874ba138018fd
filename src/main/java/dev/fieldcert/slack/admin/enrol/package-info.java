/** Enrolling people: those named one by one at once; groups, channels and lists after a dry run. */
package dev.fieldcert.slack.admin.enroll;
