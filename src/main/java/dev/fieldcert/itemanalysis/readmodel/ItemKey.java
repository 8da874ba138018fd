package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.Mode;

/**
 * What is counted together.
 *
 * @param wording fingerprint of the item as it was asked; an item that changed is another one
 */
record ItemKey(String course, String question, String wording, Mode mode) {

    /** The id of its document. */
    String id() {
        return course + ":" + question + ":" + wording + ":" + mode.code();
    }
}
