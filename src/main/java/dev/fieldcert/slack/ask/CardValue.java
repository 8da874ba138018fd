package dev.fieldcert.slack.ask;

import dev.fieldcert.search.CardRef;

/** The value of the buttons of a card that was found. */
final class CardValue {

    private CardValue() {}

    static String of(CardRef place) {
        return place.course() + "|" + place.objective() + "|" + place.card();
    }

    /** @throws IllegalArgumentException if this is not such a value */
    static CardRef read(String value) {
        String[] parts = value.split("\\|", -1);
        if (parts.length != 3 || !parts[2].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("Not a found card's value");
        }
        return new CardRef(parts[0], parts[1], Integer.parseInt(parts[2]));
    }
}
