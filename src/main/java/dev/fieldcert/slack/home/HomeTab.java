package dev.fieldcert.slack.home;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** One tab of Home. Each is a bean; Home shows those that are for the person, in their order. The first is for everybody. */
public interface HomeTab {

    /** A button with this action id turns the tab to the page that is its value. */
    String PAGE = "home-page";

    /** Where it stands in the row; also in its button's action id. */
    int place();

    String id();

    String label();

    /** Asked when Home is opened, and again before the tab is drawn. */
    boolean isFor(String person);

    /** At most 98 blocks. */
    List<LayoutBlock> blocks(Looking looking);

    /** Whether showing this person's pictures means uploading first. */
    default boolean hasNewPictures(String person) {
        return false;
    }

    /** Slack would not show the pictures; true when it may in a moment. */
    default boolean picturesRefused(String person) {
        return false;
    }

    /**
     * Who looks, and how.
     *
     * @param page the page they turned to, from 0
     * @param badges how many badges they want to see
     * @param pictures false when Slack is not to be asked for pictures now
     */
    record Looking(String person, int page, int badges, boolean pictures) {}
}
