package dev.fieldcert.slack.webapi;

/**
 * A refusal by Slack that concerns the app itself, whatever the call was.
 *
 * @param error Slack's error code, which concerns the token or the app
 * @param scope the missing scope; empty if the reason is a different one
 */
public record AppRefusal(String error, String scope) {}
