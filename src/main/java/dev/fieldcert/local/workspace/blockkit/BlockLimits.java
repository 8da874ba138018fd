package dev.fieldcert.local.workspace.blockkit;

/**
 * Slack's limits for what an app may send, in characters or items. From https://docs.slack.dev/reference/block-kit/blocks,
 * https://docs.slack.dev/reference/block-kit/block-elements,
 * https://docs.slack.dev/reference/block-kit/composition-objects,
 * https://docs.slack.dev/surfaces/modals and https://docs.slack.dev/reference/methods/chat.postMessage.
 */
public final class BlockLimits {

    static final int BLOCKS_IN_MESSAGE = 50;
    static final int BLOCKS_IN_VIEW = 100;

    /**
     * Not documented: Slack refuses a message whose blocks contain more than about this much text,
     * https://github.com/slackapi/bolt-js/issues/2509.
     */
    public static final int TEXT_IN_ALL_BLOCKS = 13_200;

    /** Slack truncates longer texts to this length, https://docs.slack.dev/reference/methods/chat.postMessage. */
    public static final int MESSAGE_TEXT = 40_000;

    static final int ID = 255;
    static final int TEXT = 3_000;
    static final int HEADER = 150;
    static final int FIELDS = 10;
    static final int FIELD = 2_000;
    static final int ACTIONS = 25;
    static final int CONTEXT = 10;
    static final int LABEL = 2_000;
    static final int IMAGE_TITLE = 2_000;
    static final int ALT_TEXT = 2_000;
    static final int URL = 3_000;

    static final int BUTTON = 75;
    static final int BUTTON_VALUE = 2_000;
    static final int PLACEHOLDER = 150;
    static final int OPTION = 75;
    static final int OPTION_VALUE = 150;
    static final int SELECT_OPTIONS = 100;
    static final int GROUP_LABEL = 75;
    static final int CHOICES = 10;
    static final int OVERFLOW_OPTIONS = 5;
    public static final int INPUT_TEXT = 3_000;
    static final int FILES = 10;

    static final int CONFIRM_TITLE = 100;
    static final int CONFIRM_TEXT = 300;
    static final int CONFIRM_BUTTON = 30;

    static final int VIEW_TITLE = 24;
    static final int PRIVATE_METADATA = 3_000;
    static final int CALLBACK_ID = 255;
    public static final int MODALS = 3;

    private BlockLimits() {}
}
