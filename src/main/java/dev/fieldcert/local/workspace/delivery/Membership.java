package dev.fieldcert.local.workspace.delivery;

import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.Store;
import dev.fieldcert.local.workspace.wire.Json;

/** Lets users join channels; the bot is notified if it is a member of the channel. */
public final class Membership {

    private final Conversations conversations;
    private final Events events;
    private final Store store;

    public Membership(Conversations conversations, Events events, Store store) {
        this.conversations = conversations;
        this.events = events;
        this.store = store;
    }

    public void join(String channel, String user) {
        if (conversations.isMember(channel, user)) {
            return;
        }
        conversations.join(channel, user);
        if (conversations.isMember(channel, Directory.BOT_USER)) {
            events.tellLater(Json.object(
                    "type",
                    "member_joined_channel",
                    "user",
                    user,
                    "channel",
                    channel,
                    "channel_type",
                    "C",
                    "team",
                    Directory.TEAM_ID,
                    "event_ts",
                    store.nextTs()));
        }
    }
}
