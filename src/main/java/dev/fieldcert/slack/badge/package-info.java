/** Badge messages, to their holders and to the team. */
package dev.fieldcert.slack.badge;
