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
 * Decides when an objective has been demonstrated: a curtailed sequential mastery test. Questions are asked one after
 * another until the result is decided, so a borderline learner is asked more of them. An answer counts as right only
 * if it has the full score.
 *
 * @param ways any one of them suffices; sorted by number of questions, fewest first
 */
public record MasteryRule(List<Way> ways) {

    /**
     * The shortest rule of its kind that, in a course of three objectives, fails most learners who are right two times
     * in three and passes nearly all who are right nine times in ten. {@code MasteryRuleTest} checks the figures.
     */
    public static final MasteryRule DEFAULT = new MasteryRule(List.of(new Way(4, 4), new Way(6, 7)));

    /** At least {@code right} right answers within the first {@code of} questions. */
    public record Way(int right, int of) {

        /** The largest number of questions that may be asked about one objective. */
        public static final int MOST = 50;

        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2}) of (\\d{1,2})");

        public Way {
            if (right < 1 || right > of || of > MOST) {
                throw new IllegalArgumentException(right + " of " + of + " is no way to show an objective");
            }
        }

        /** Parses text such as “6 of 7”; empty if it is not valid. */
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

    /** Parses texts such as “4 of 4” and “6 of 7”; empty if there are none, or if any of them is not valid. */
    public static Optional<MasteryRule> read(List<String> lines) {
        List<Way> ways = lines.stream().flatMap(line -> Way.read(line).stream()).toList();
        return ways.isEmpty() || ways.size() < lines.size() ? Optional.empty() : Optional.of(new MasteryRule(ways));
    }

    /**
     * The rule in a renewal for an objective that the learner has kept up by spaced retrieval: a right first answer
     * suffices; otherwise this rule decides.
     */
    public MasteryRule whenKeptUp() {
        List<Way> shorter = new ArrayList<>(ways);
        shorter.add(new Way(1, 1));
        return new MasteryRule(shorter);
    }

    /** The verdict after this many right answers to this many questions. */
    public Verdict after(int right, int asked) {
        if (ways.stream().anyMatch(way -> way.isTaken(right, asked))) {
            return Verdict.SHOWN;
        }
        return ways.stream().anyMatch(way -> way.isReachable(right, asked)) ? Verdict.OPEN : Verdict.NOT_SHOWN;
    }

    /** The most questions that can still be asked; 0 once the result is decided. */
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

    /** The rule as text: “4 of 4, or 6 of 7”. */
    public String written() {
        return ways.stream().map(way -> way.right() + " of " + way.of()).collect(Collectors.joining(", or "));
    }

    /** The number of questions in the longest run. */
    public int longest() {
        return atMostAfter(0, 0);
    }

    /** The number of questions in the shortest run that demonstrates the objective. */
    public int shortest() {
        return ways.stream().mapToInt(Way::right).min().orElseThrow();
    }

    /**
     * Limits the rule to a pool of this size: keeps the ways that need no more questions than the pool has. If none is
     * left, every question of the pool has to be answered correctly. Programs without errors have pools that are large
     * enough.
     */
    public MasteryRule within(int pool) {
        List<Way> fit = ways.stream().filter(way -> way.of() <= pool).toList();
        return fit.isEmpty()
                ? new MasteryRule(List.of(new Way(Math.max(1, pool), Math.max(1, pool))))
                : new MasteryRule(fit);
    }
}
