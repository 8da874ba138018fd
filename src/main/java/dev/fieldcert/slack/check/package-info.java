/**
 * The command {@code check-slack}: checks before the first use whether an installation and its Slack app work together.
 */
package dev.fieldcert.slack.check;
