/** Pure functions from facts to Block Kit: blocks, mrkdwn, tables and their plain text. */
package dev.fieldcert.slack.blockkit;
