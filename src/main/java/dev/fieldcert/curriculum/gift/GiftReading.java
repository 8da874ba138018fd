package dev.fieldcert.curriculum.gift;

import dev.fieldcert.curriculum.question.Question;
import java.util.List;

/**
 * The result of reading a GIFT text.
 *
 * @param entries the questions that could be read completely, in file order
 */
public record GiftReading(List<Entry> entries, List<GiftProblem> problems) {

    public GiftReading {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * A question and the position where it begins.
     *
     * @param pool {@code practice} or {@code check}
     */
    public record Entry(String pool, Question question, int line, int column) {}

    /** The questions of a pool. */
    public List<Question> pool(String name) {
        return entries.stream()
                .filter(entry -> entry.pool().equals(name))
                .map(Entry::question)
                .toList();
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(GiftProblem::error);
    }
}
