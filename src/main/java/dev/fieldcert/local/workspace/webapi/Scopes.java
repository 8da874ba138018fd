package dev.fieldcert.local.workspace.webapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The scopes of FieldCert's manifest, and which methods need an optional scope. */
final class Scopes {

    private static final List<String> ALL = List.of(
            "channels:history",
            "channels:read",
            "chat:write",
            "commands",
            "dnd:read",
            "files:read",
            "files:write",
            "groups:history",
            "groups:read",
            "im:history",
            "im:write",
            "usergroups:read",
            "users.profile:read",
            "users:read",
            "users:read.email");

    private static final Map<String, String> NEEDED = Map.of(
            "dnd.info", "dnd:read",
            "dnd.teamInfo", "dnd:read",
            "files.info", "files:read",
            "files.getUploadURLExternal", "files:write",
            "files.completeUploadExternal", "files:write",
            "usergroups.list", "usergroups:read",
            "usergroups.users.list", "usergroups:read",
            "users.lookupByEmail", "users:read.email",
            "users.profile.get", "users.profile:read");

    private Scopes() {}

    /** The optional scope that a method needs; empty if it needs none. */
    static Optional<String> of(String method) {
        return Optional.ofNullable(NEEDED.get(method));
    }

    /** The granted scopes, as listed in the response header {@code X-OAuth-Scopes}. */
    static String all(Predicate<String> granted) {
        return ALL.stream().filter(granted).collect(Collectors.joining(","));
    }
}
