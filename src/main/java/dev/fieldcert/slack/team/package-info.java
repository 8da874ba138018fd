/** The manager's features: team, praise and nudge, delegate, weekly digest, and review reminders. */
package dev.fieldcert.slack.team;
