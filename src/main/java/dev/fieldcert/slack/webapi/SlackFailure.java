package dev.fieldcert.slack.webapi;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A failed Slack call: a refusal, a rate limit, or no answer. */
public class SlackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<String> PERMANENT = Set.of(
            "user_not_found",
            "user_disabled",
            "channel_not_found",
            "is_archived",
            "not_in_channel",
            "messages_tab_disabled",
            "cannot_dm_bot",
            "message_not_found",
            "cant_update_message",
            "edit_window_closed",
            "restricted_action",
            "invalid_blocks",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text");

    private static final Set<String> GONE =
            Set.of("user_not_found", "user_disabled", "messages_tab_disabled", "cannot_dm_bot");

    private static final Set<String> CHANNEL =
            Set.of("channel_not_found", "is_archived", "not_in_channel", "restricted_action");

    /** An app-level error. */
    private static final Set<String> APP = Set.of(
            // The token's user or workspace is gone, which is never the recipient.
            "account_inactive",
            "invalid_auth",
            "not_authed",
            "token_revoked",
            "token_expired",
            "missing_scope",
            "no_permission",
            "access_denied",
            "accesslimited",
            "ekm_access_denied",
            "enterprise_is_restricted",
            "org_login_required",
            "team_added_to_org");

    /** An error of Slack's own. */
    private static final Set<String> TROUBLE =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

    private final String method;
    private final String error;
    private final Duration retryAfter;
    private final boolean unknownOutcome;

    private SlackFailure(String method, String error, Duration retryAfter, boolean unknownOutcome, Throwable cause) {
        super(method + ": " + error, cause);
        this.method = method;
        this.error = error;
        this.retryAfter = retryAfter;
        this.unknownOutcome = unknownOutcome;
    }

    public static SlackFailure refused(String method, String error) {
        return new SlackFailure(method, error == null ? "unknown_error" : error, null, false, null);
    }

    static SlackFailure later(String method, Duration retryAfter) {
        return new SlackFailure(method, "ratelimited", retryAfter, false, null);
    }

    /** The connection broke or the response was unreadable: Slack may have done it. */
    static SlackFailure unanswered(String method, String what, Throwable cause) {
        return new SlackFailure(method, what, null, true, cause);
    }

    public String method() {
        return method;
    }

    /** Slack's error code. */
    public String error() {
        return error;
    }

    /** Slack would not show a block of the message. */
    public boolean isAboutBlocks() {
        return "invalid_blocks".equals(error);
    }

    /** Permanent: a retry gets the same answer. */
    public boolean isPermanent() {
        return PERMANENT.contains(error);
    }

    /** Temporary or unknown: the same call may succeed in a moment. */
    public boolean isPassing() {
        return unknownOutcome || retryAfter != null || TROUBLE.contains(error);
    }

    /** The bot cannot post in the channel until somebody changes that. */
    public boolean isChannelOutOfReach() {
        return CHANNEL.contains(error);
    }

    /** Every call fails until somebody fixes the app; the message is not the reason. */
    public boolean isAboutTheApp() {
        return APP.contains(error);
    }

    /** The account is gone, as opposed to a closed DM. */
    public boolean isAccountGone() {
        return error.equals("user_disabled");
    }

    /** The person cannot get messages. */
    public boolean isPersonGone() {
        return GONE.contains(error);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public boolean isUnknownOutcome() {
        return unknownOutcome;
    }
}
