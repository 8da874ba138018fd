/** The roster feed: a personnel system's file, read on a schedule; who is new or changed follows it after an admin's first yes. */
package dev.fieldcert.slack.admin.roster;
