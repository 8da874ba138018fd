/** The features for managers: team view, praise and nudge, delegate, weekly digest, and review reminders. */
package dev.fieldcert.slack.team;
