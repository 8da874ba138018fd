package dev.fieldcert.slack.home;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * One tab of Home. Each is a bean. Home shows the tabs that are available to the person, ordered by {@link #place};
 * the first is available to everybody.
 */
public interface HomeTab {

    /** Action id of a button that opens the page given in its value. */
    String PAGE = "home-page";

    /** The tab's position, also used in its button's action id. */
    int place();

    String id();

    String label();

    /**
     * Whether the tab is available to the person. Checked when Home is opened, and again before the tab is rendered.
     */
    boolean isFor(String person);

    /** Returns at most 98 blocks. */
    List<LayoutBlock> blocks(Looking looking);

    /** Whether this person's pictures have to be uploaded first. */
    default boolean hasNewPictures(String person) {
        return false;
    }

    /** Handles that Slack rejected the pictures. Returns whether Slack may accept them if they are sent again soon. */
    default boolean picturesRefused(String person) {
        return false;
    }

    /**
     * The person who looks at the tab, and what to show.
     *
     * @param page the page shown, 0-based
     * @param badges the number of badges to show
     * @param pictures false to render without pictures
     */
    record Looking(String person, int page, int badges, boolean pictures) {}
}
