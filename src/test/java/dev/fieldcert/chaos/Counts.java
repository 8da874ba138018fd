package dev.fieldcert.chaos;

import java.util.Map;
import java.util.TreeMap;

/** What happened in a run, by name. */
final class Counts {

    private final Map<String, Long> counts = new TreeMap<>();

    void add(String what) {
        add(what, 1);
    }

    synchronized void add(String what, long many) {
        counts.merge(what, many, Long::sum);
    }

    synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    @Override
    public synchronized String toString() {
        var lines = new StringBuilder();
        counts.forEach((what, many) -> lines.append("%-44s %8d%n".formatted(what, many)));
        return lines.toString();
    }
}
