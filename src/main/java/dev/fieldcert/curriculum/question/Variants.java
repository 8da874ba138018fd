package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Computes what a short answer accepts in addition to the listed texts: all texts that a pattern matches, and times in
 * other units. */
public final class Variants {

    /** The largest number of texts that one pattern may match. */
    public static final int MOST = 200;

    private static final Pattern TIME = Pattern.compile("(\\d{1,6})[ -]?(minute|hour|day|week)s?");
    private static final List<String> UNITS = List.of("minute", "hour", "day", "week");
    private static final List<Integer> MINUTES = List.of(1, 60, 24 * 60, 7 * 24 * 60);

    private final String text;
    private int at;

    private Variants(String text) {
        this.text = text;
    }

    /**
     * All texts that a pattern matches. {@code (a|b)} matches one of the alternatives, and {@code [a]} is optional.
     * Both may be nested.
     *
     * @return empty if a bracket is not closed, or if the pattern matches more than {@value #MOST} texts
     */
    public static Optional<List<String>> of(String pattern) {
        Variants reading = new Variants(pattern);
        Optional<List<String>> all = reading.alternatives();
        return all.filter(texts -> reading.at == pattern.length())
                .map(texts -> texts.stream()
                        .map(text -> text.replaceAll("\\s+", " ").strip())
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Reads alternatives up to a closing bracket or the end of the pattern. */
    private Optional<List<String>> alternatives() {
        Set<String> all = new LinkedHashSet<>();
        do {
            Optional<List<String>> one = sequence();
            if (one.isEmpty() || all.size() + one.get().size() > MOST) {
                return Optional.empty();
            }
            all.addAll(one.get());
        } while (take('|'));
        return Optional.of(List.copyOf(all));
    }

    private Optional<List<String>> sequence() {
        List<String> soFar = List.of("");
        while (at < text.length() && ")]|".indexOf(text.charAt(at)) < 0) {
            Optional<List<String>> part = part();
            if (part.isEmpty() || soFar.size() * part.get().size() > MOST) {
                return Optional.empty();
            }
            List<String> longer = new ArrayList<>();
            soFar.forEach(begin -> part.get().forEach(end -> longer.add(begin + end)));
            soFar = longer;
        }
        return Optional.of(soFar);
    }

    private Optional<List<String>> part() {
        if (take('(')) {
            return alternatives().filter(all -> take(')'));
        }
        if (take('[')) {
            return alternatives().filter(all -> take(']')).map(all -> {
                List<String> orNot = new ArrayList<>(all);
                orNot.add("");
                return orNot;
            });
        }
        int begin = at;
        while (at < text.length() && "()[]|".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return Optional.of(List.of(text.substring(begin, at)));
    }

    private boolean take(char mark) {
        boolean next = at < text.length() && text.charAt(at) == mark;
        at += next ? 1 : 0;
        return next;
    }

    /** The same time in every other unit in which it is a whole number; empty if the text is not a time. */
    public static List<String> inOtherUnits(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return List.of();
        }
        long minutes = Long.parseLong(time.group(1)) * MINUTES.get(UNITS.indexOf(time.group(2)));
        List<String> others = new ArrayList<>();
        for (int i = 0; i < UNITS.size(); i++) {
            long count = minutes / MINUTES.get(i);
            if (!UNITS.get(i).equals(time.group(2)) && count > 0 && minutes % MINUTES.get(i) == 0) {
                others.add(count + " " + UNITS.get(i) + (count == 1 ? "" : "s"));
            }
        }
        return others;
    }
}
