package dev.fieldcert.search;

import java.util.List;

/**
 * What the lessons hold about a question.
 *
 * @param hits the cards that answer it, the best first; empty when none does
 * @param nearest what comes closest when none does: topics, never answers
 * @param aids what can be taken along to it; empty when no card answers it
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
