/**
 * Everything sent to Slack and received from it. {@code SlackEndpoint} receives requests, {@code SlackEvents} stores
 * and acknowledges them, and {@code SlackDispatch} passes them to the features' handlers (one package per feature).
 * Only classes in {@code webapi} call the Web API; a running bot makes all its calls through {@code SlackCalls}.
 */
package dev.fieldcert.slack;
