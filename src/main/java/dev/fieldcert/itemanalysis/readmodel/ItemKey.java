package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.Mode;

/**
 * Identifies the responses that are counted together.
 *
 * @param wording fingerprint of the item as it was asked; a changed item has a different one
 */
record ItemKey(String course, String question, String wording, Mode mode) {

    /** The id of the {@link CountedItem}. */
    String id() {
        return course + ":" + question + ":" + wording + ":" + mode.code();
    }
}
