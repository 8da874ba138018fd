package dev.fieldcert.slack.payload;

import java.util.Set;

/**
 * People have joined the workspace, a channel or a group, or their profile has changed.
 *
 * @param people Slack ids
 * @param place id of the channel or group; empty if there is none
 */
public record Joined(Where where, Set<String> people, String place) {

    public enum Where {
        WORKSPACE,
        CHANNEL,
        GROUP,
        /** The people had joined before; their profile has changed. */
        PROFILE
    }

    public Joined {
        people = Set.copyOf(people);
    }
}
