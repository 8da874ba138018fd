/** The people in the workspace: their profiles, time zones, managers and Do Not Disturb. */
package dev.fieldcert.slack.users;
