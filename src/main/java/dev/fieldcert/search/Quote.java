package dev.fieldcert.search;

import java.util.List;

/**
 * A verbatim quotation from a card.
 *
 * @param parts exact excerpts of the card's body: one for a sentence, several for the cells of a table row
 */
public record Quote(List<String> parts) {

    public Quote {
        parts = List.copyOf(parts);
    }
}
