package dev.fieldcert.curriculum.files;

/**
 * Maximum lengths of texts in characters: what fits in Slack, and what a person can read between two calls.
 * {@link #OPTIONS} and {@link #LINES} are numbers of entries.
 */
public final class Limits {

    public static final int ID = 60;
    /** A title that becomes a menu entry. */
    public static final int TITLE = 75;
    /** A title that becomes a header. */
    public static final int HEADER = 150;

    public static final int SUMMARY = 300;
    /** A question as a learner types it. */
    public static final int PHRASE = 100;

    public static final int ASK = 1500;
    public static final int OPTION = 140;
    public static final int LINE = 140;
    public static final int TARGET = 70;
    public static final int EXPLAIN = 1500;
    public static final int WHY = 600;
    public static final int SCENE = 1500;
    public static final int CONSEQUENCE = 600;
    public static final int INSTRUCTIONS = 3000;
    public static final int LEVEL = 400;
    public static final int CELL = 100;
    public static final int ALTERNATIVE = 2000;
    public static final int URL = 2000;
    public static final int FORMULA = 500;
    /** The text of one section in Slack. */
    public static final int SECTION = 3000;
    /** A card that can be read in ninety seconds. */
    public static final int CARD = 1500;
    /** The most radio buttons or checkboxes that Slack shows in one group. */
    public static final int OPTIONS = 10;
    /** The most pairs, items, or steps that fit in one form. */
    public static final int LINES = 12;

    private Limits() {}
}
