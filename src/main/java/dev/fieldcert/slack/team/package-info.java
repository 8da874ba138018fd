/** The manager's desk in Slack: the team, praise and nudge, the delegate, the weekly digest, and reminders to review. */
package dev.fieldcert.slack.team;
