package dev.fieldcert.curriculum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When an objective has been shown: a curtailed sequential mastery test. Questions come one after another and stop when they
 * decide; whoever is on the border is asked more. An answer counts as right when it has the full score.
 *
 * @param ways each of them suffices; shortest first
 */
public record MasteryRule(List<Way> ways) {

    /**
     * The shortest rule of its kind that keeps a course of three objectives from who is right two times in three, and
     * certifies who is right nine times in ten; {@code MasteryRuleTest} holds its figures.
     */
    public static final MasteryRule DEFAULT = new MasteryRule(List.of(new Way(4, 4), new Way(6, 7)));

    /** So many right answers among the first so many questions. */
    public record Way(int right, int of) {

        /** No objective is asked about longer. */
        public static final int MOST = 50;

        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2}) of (\\d{1,2})");

        public Way {
            if (right < 1 || right > of || of > MOST) {
                throw new IllegalArgumentException(right + " of " + of + " is no way to show an objective");
            }
        }

        /** Reads “6 of 7”; empty when it is not of that form. */
        static Optional<Way> read(String text) {
            Matcher written = WRITTEN.matcher(text.strip());
            if (!written.matches()) {
                return Optional.empty();
            }
            int right = Integer.parseInt(written.group(1));
            int of = Integer.parseInt(written.group(2));
            return right < 1 || right > of || of > MOST ? Optional.empty() : Optional.of(new Way(right, of));
        }

        private boolean isTaken(int gotRight, int asked) {
            return asked <= of && gotRight >= right;
        }

        private boolean isReachable(int gotRight, int asked) {
            return asked <= of && gotRight + (of - asked) >= right;
        }
    }

    public enum Verdict {
        OPEN,
        SHOWN,
        NOT_SHOWN
    }

    public MasteryRule {
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("A rule has at least one way");
        }
        ways = ways.stream().sorted(Comparator.comparingInt(Way::of)).toList();
    }

    /** Reads lines like “4 of 4” and “6 of 7”; empty when one of them is not of that form, or there is none. */
    public static Optional<MasteryRule> read(List<String> lines) {
        List<Way> ways = lines.stream().flatMap(line -> Way.read(line).stream()).toList();
        return ways.isEmpty() || ways.size() < lines.size() ? Optional.empty() : Optional.of(new MasteryRule(ways));
    }

    /** The rule for what was kept up until its renewal: the first answer suffices when it is right, else this rule decides. */
    public MasteryRule whenKeptUp() {
        List<Way> shorter = new ArrayList<>(ways);
        shorter.add(new Way(1, 1));
        return new MasteryRule(shorter);
    }

    /** What so many right answers to so many questions decide. */
    public Verdict after(int right, int asked) {
        if (ways.stream().anyMatch(way -> way.isTaken(right, asked))) {
            return Verdict.SHOWN;
        }
        return ways.stream().anyMatch(way -> way.isReachable(right, asked)) ? Verdict.OPEN : Verdict.NOT_SHOWN;
    }

    /** How many questions can still come; 0 when it is decided. */
    public int atMostAfter(int right, int asked) {
        int more = 0;
        Set<Integer> open = open(Set.of(right), asked);
        while (!open.isEmpty()) {
            more++;
            Set<Integer> next = new HashSet<>();
            open.forEach(gotRight -> next.addAll(List.of(gotRight, gotRight + 1)));
            open = open(next, asked + more);
        }
        return more;
    }

    private Set<Integer> open(Set<Integer> rights, int asked) {
        return rights.stream()
                .filter(right -> after(right, asked) == Verdict.OPEN)
                .collect(Collectors.toSet());
    }

    /** As authors write it: “4 of 4, or 6 of 7”. */
    public String written() {
        return ways.stream().map(way -> way.right() + " of " + way.of()).collect(Collectors.joining(", or "));
    }

    /** Questions of the longest run. */
    public int longest() {
        return atMostAfter(0, 0);
    }

    /** Questions of the shortest run that shows the objective. */
    public int shortest() {
        return ways.stream().mapToInt(Way::right).min().orElseThrow();
    }

    /**
     * The rule for a pool of this size: the ways it has enough questions for; all of it right when there is none. Programs
     * without errors have pools that are large enough.
     */
    public MasteryRule within(int pool) {
        List<Way> fit = ways.stream().filter(way -> way.of() <= pool).toList();
        return fit.isEmpty()
                ? new MasteryRule(List.of(new Way(Math.max(1, pool), Math.max(1, pool))))
                : new MasteryRule(fit);
    }
}
