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
     * One screen, readable in ninety seconds.
     *
     * @param body CommonMark with tables
     * @param askedAs questions that it answers, worded as learners type them; used only by the search, never displayed
     */
    public record Card(String title, String body, Optional<CardPicture> picture, List<String> askedAs) {

        public Card {
            askedAs = List.copyOf(askedAs);
        }

        public Card(String title, String body, Optional<CardPicture> picture) {
            this(title, body, picture, List.of());
        }

        /** A card without a picture. */
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
