package dev.fieldcert.slack.webapi;

/**
 * Slack refused the app, whatever it asked for.
 *
 * @param error Slack's error code, about the token or the app
 * @param scope the missing one; empty when that is not the reason
 */
public record AppRefusal(String error, String scope) {}
