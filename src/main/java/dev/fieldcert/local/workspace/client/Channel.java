package dev.fieldcert.local.workspace.client;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.List;

/** A channel, for tests to set up and to read. */
public final class Channel {

    private final String id;
    private final Parts parts;

    public Channel(String id, Parts parts) {
        this.id = id;
        this.parts = parts;
    }

    public String id() {
        return id;
    }

    public String name() {
        return Json.text(parts.conversations().get(id), "name");
    }

    /** The messages that everybody in the channel sees, oldest first. */
    public List<JsonObject> messages() {
        return parts.conversations().messages(id).stream()
                .filter(message -> !Conversations.isEphemeral(message))
                .toList();
    }

    public Channel invites(PersonClient... people) {
        for (PersonClient person : people) {
            person.joins(this);
        }
        return this;
    }

    public Channel invitesTheBot() {
        parts.membership().join(id, Directory.BOT_USER);
        return this;
    }

    public Channel removesTheBot() {
        parts.conversations().leave(id, Directory.BOT_USER);
        return this;
    }

    public Channel archives() {
        parts.conversations().archive(id, true);
        return this;
    }
}
