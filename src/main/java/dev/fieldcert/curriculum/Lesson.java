package dev.fieldcert.curriculum;

import java.util.List;
import java.util.Optional;

/** The short cards that teach one objective, and where to read further. */
public record Lesson(List<Card> cards, List<Source> sources) {

    public Lesson {
        cards = List.copyOf(cards);
        sources = List.copyOf(sources);
    }

    /**
     * One screen, readable in a minute.
     *
     * @param body CommonMark with tables
     */
    public record Card(String title, String body, Optional<CardPicture> picture) {

        /** A card of words. */
        public Card(String title, String body) {
            this(title, body, Optional.empty());
        }
    }

    /**
     * Where a lesson's facts come from.
     *
     * @param note era or status of the source ("2020 text", "general practice"); may be empty
     */
    public record Source(String title, String url, String note) {}
}
