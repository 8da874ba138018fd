package dev.fieldcert.search;

import java.util.List;

/**
 * What a card says, in its own words.
 *
 * @param parts each stands in the card's body exactly like this; one for a sentence, several for the cells of a table's row
 */
public record Quote(List<String> parts) {

    public Quote {
        parts = List.copyOf(parts);
    }
}
