/**
 * The command {@code check-slack}: checks before the first use whether an installation and its Slack app fit together.
 */
package dev.fieldcert.slack.check;
