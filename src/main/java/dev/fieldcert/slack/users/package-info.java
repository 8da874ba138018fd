/** Who is who in the workspace: people, their time zones, managers and Do Not Disturb. */
package dev.fieldcert.slack.users;
