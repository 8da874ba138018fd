package dev.fieldcert.local.workspace;

/**
 * Where a person clicks: a message or a view.
 *
 * @param channel the message's channel, empty for a view
 * @param id the message's timestamp or the view's id
 */
public record Place(String channel, String id) {

    public static Place message(String channel, String ts) {
        return new Place(channel, ts);
    }

    public static Place view(String viewId) {
        return new Place("", viewId);
    }

    boolean isView() {
        return channel.isEmpty();
    }
}
