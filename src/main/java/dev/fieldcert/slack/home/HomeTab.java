package dev.fieldcert.slack.home;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** One tab of Home. Each is a bean; Home shows those available to the person, in order. The first is for everybody. */
public interface HomeTab {

    /** A button with this action id turns to the page in its value. */
    String PAGE = "home-page";

    /** Its position, also used in its button's action id. */
    int place();

    String id();

    String label();

    /** Checked when Home is opened, and again before the tab is drawn. */
    boolean isFor(String person);

    /** At most 98 blocks. */
    List<LayoutBlock> blocks(Looking looking);

    /** Whether showing this person's pictures means uploading first. */
    default boolean hasNewPictures(String person) {
        return false;
    }

    /** Slack refused the pictures; true when it may accept them in a moment. */
    default boolean picturesRefused(String person) {
        return false;
    }

    /**
     * Who looks, and how.
     *
     * @param page the page shown, from 0
     * @param badges how many badges to show
     * @param pictures false when Slack must not be asked for pictures now
     */
    record Looking(String person, int page, int badges, boolean pictures) {}
}
