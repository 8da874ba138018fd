package dev.fieldcert.local.workspace.state;

/**
 * The message or view in which a person clicks.
 *
 * @param channel the message's channel; empty for a view
 * @param id the message's timestamp or the view's id
 */
public record SurfaceRef(String channel, String id) {

    public static SurfaceRef message(String channel, String ts) {
        return new SurfaceRef(channel, ts);
    }

    public static SurfaceRef view(String viewId) {
        return new SurfaceRef("", viewId);
    }

    public boolean isView() {
        return channel.isEmpty();
    }
}
