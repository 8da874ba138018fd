/** Pure functions that build Block Kit messages: blocks, mrkdwn, tables and their plain text. */
package dev.fieldcert.slack.blockkit;
