package dev.fieldcert.search;

import java.util.List;

/**
 * What the search found in the lessons for a question.
 *
 * @param hits the cards that answer it, best first; empty if none does
 * @param nearest related cards to suggest as topics, never as answers; empty if a card answers the question
 * @param aids job aids that match the question; empty if no card answers it
 */
public record Findings(List<Hit> hits, List<CardRef> nearest, List<AidRef> aids) {

    public record Hit(CardRef place, Quote quote) {}

    public Findings {
        hits = List.copyOf(hits);
        nearest = List.copyOf(nearest);
        aids = List.copyOf(aids);
    }

    public Findings(List<Hit> hits, List<CardRef> nearest) {
        this(hits, nearest, List.of());
    }
}
