/** Steps that people add to their own workflows in Slack's Workflow Builder. */
package dev.fieldcert.slack.steps;
