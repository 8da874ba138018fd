/**
 * Everything that is said to Slack and heard from it. {@code SlackEndpoint} lets requests in, {@code SlackEvents} hands
 * them to the conversations (one folder each), {@code SlackSender} is the only caller of the Web API.
 */
package dev.fieldcert.slack;
