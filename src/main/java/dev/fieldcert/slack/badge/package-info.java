/** Telling of badges: to who earned them, and to the team. */
package dev.fieldcert.slack.badge;
