package dev.fieldcert.slack.webapi;

import java.util.Set;

/**
 * Whom or what a Slack error is about, and so who can fix its cause. From the error tables of
 * https://docs.slack.dev/reference/methods (chat.postMessage, chat.update, conversations.open, views.open).
 */
public enum Concern {
    /** The bot's token, user, or workspace, never the recipient: every call fails until the app is reinstalled. */
    TOKEN(
            "account_inactive",
            "invalid_auth",
            "not_authed",
            "token_revoked",
            "token_expired",
            "not_allowed_token_type",
            "access_denied",
            "accesslimited",
            "ekm_access_denied",
            "enterprise_is_restricted",
            "org_login_required",
            "team_access_not_granted",
            "team_added_to_org",
            "two_factor_setup_required"),
    /** The app's scopes and settings. */
    APP(
            "missing_scope",
            "no_permission",
            "not_allowed",
            "messages_tab_disabled",
            "method_deprecated",
            "deprecated_endpoint"),
    /** The channel: it does not exist, or the bot may not post in it. */
    CHANNEL(
            "channel_not_found",
            "is_archived",
            "not_in_channel",
            "channel_type_not_supported",
            "method_not_supported_for_channel_type",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel",
            "restricted_action_thread_locked"),
    /** The recipient. Only their profile tells whether the account has been deactivated. */
    RECIPIENT(
            "user_not_found",
            "users_not_found",
            "user_not_visible",
            "user_disabled",
            "cannot_dm_bot",
            "invalid_user_id"),
    /** The message itself; sending it unchanged fails again. */
    MESSAGE(
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_attachments",
            "invalid_arguments",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "metadata_must_be_sent_from_app",
            "metadata_too_large",
            "msg_blocks_too_long",
            "msg_too_long",
            "markdown_text_conflict",
            "no_text"),
    /** The message or view to replace, which can no longer be replaced. */
    PLACE(
            "message_not_found",
            "cant_update_message",
            "edit_window_closed",
            "update_failed",
            "is_inactive",
            "not_found"),
    /** The click that was to open a form: it is too old, or has already opened one. */
    TRIGGER("expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired", "trigger_exchanged"),
    /** Slack itself: the same call may succeed in a moment. */
    SLACK(
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "ratelimited",
            "rate_limited",
            "message_limit_exceeded"),
    /** Anything else. */
    OTHER;

    private final Set<String> errors;

    Concern(String... errors) {
        this.errors = Set.of(errors);
    }

    static Concern of(String error) {
        for (Concern concern : values()) {
            if (concern.errors.contains(error)) {
                return concern;
            }
        }
        return OTHER;
    }
}
