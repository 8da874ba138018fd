package dev.fieldcert.slack.webapi;

import java.util.Arrays;
import java.util.Optional;

/**
 * The OAuth scopes that the app requests. The bot does not work without a required scope; a workspace may leave out an
 * optional one, and then lacks some features.
 */
public enum AppScope {
    COMMANDS("commands", null),
    CHAT_WRITE("chat:write", null),
    IM_WRITE("im:write", null),
    IM_HISTORY("im:history", null),
    CHANNELS_READ("channels:read", null),
    USERS_READ("users:read", null),
    CHANNELS_HISTORY(
            "channels:history",
            "After a crash, I can’t look up which messages already arrived in a channel, so some may come twice."),
    GROUPS_HISTORY(
            "groups:history",
            "After a crash, I can’t look up which messages already arrived in a private channel, so some may come twice."),
    GROUPS_READ(
            "groups:read", "I can’t see private channels, so I can’t enroll their members or announce badges there."),
    USERGROUPS_READ("usergroups:read", "I can’t enroll a user group. Name its people or a channel instead."),
    USERS_READ_EMAIL(
            "users:read.email", "I can’t find people by their email address. Use their Slack names in CSV files."),
    USERS_PROFILE_READ(
            "users.profile:read", "I can’t read managers from Slack profiles. Set them with `/cert-admin manager`."),
    DND_READ("dnd:read", "I can’t see Do Not Disturb. I only keep to each person’s work hours and days off."),
    FILES_WRITE(
            "files:write",
            "I can’t upload anything: I describe pictures in words, and there are no files for certificates and reports."),
    FILES_READ(
            "files:read",
            "I can’t read files: you can’t upload CSV files, and reviewers don’t see the names of submitted files.");

    private final String code;
    private final String without;

    AppScope(String code, String without) {
        this.code = code;
        this.without = without;
    }

    public static Optional<AppScope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }

    /** The scope's name in Slack. */
    public String code() {
        return code;
    }

    /** What people cannot do without this scope; empty if the bot does not work without it. */
    public Optional<String> without() {
        return Optional.ofNullable(without);
    }
}
