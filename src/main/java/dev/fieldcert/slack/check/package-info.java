/** The command {@code check-slack}: whether an installation and its Slack app fit together, before anybody uses them. */
package dev.fieldcert.slack.check;
