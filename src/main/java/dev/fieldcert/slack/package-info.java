/**
 * Everything that is said to Slack and heard from it. {@code SlackEndpoint} lets requests in, {@code SlackEvents} keeps
 * and acknowledges them, {@code SlackDispatch} brings them to the conversations (one folder each), {@code SlackSender}, {@code SlackDirectory} and {@code SlackFiles} are the
 * only callers of the Web API, all through {@code SlackCalls}.
 */
package dev.fieldcert.slack;
