package dev.fieldcert.slack.payload;

import java.util.Set;

/**
 * People came somewhere, or their profile changed.
 *
 * @param people Slack ids
 * @param place id of the channel or group; empty for none
 */
public record Joined(Where where, Set<String> people, String place) {

    public enum Where {
        WORKSPACE,
        CHANNEL,
        GROUP,
        /** They were here, and their profile is another now. */
        PROFILE
    }

    public Joined {
        people = Set.copyOf(people);
    }
}
