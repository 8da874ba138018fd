package dev.fieldcert.conversation;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.SurfaceRef;

/**
 * A button as a person saw it, to be clicked now or long after.
 *
 * @param seen the message or view it was in at that time
 */
public record Button(SurfaceRef place, JsonObject seen, String blockId, JsonObject element) {

    /** The value that the bot gave it. */
    public String value() {
        return element.has("value") ? element.get("value").getAsString() : "";
    }

    /** The same button with another value, as somebody could send who does not use a Slack client. */
    public Button tamperedWith(String value) {
        var copy = element.deepCopy();
        copy.addProperty("value", value);
        return new Button(place, seen, blockId, copy);
    }
}
