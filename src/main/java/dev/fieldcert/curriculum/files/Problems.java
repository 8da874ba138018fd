package dev.fieldcert.curriculum.files;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The problems found so far while reading, each once, in the order of finding. */
final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    void error(SourceLocation place, String message, String mend) {
        found.add(Problem.error(place, message, mend));
    }

    void warning(SourceLocation place, String message, String mend) {
        found.add(Problem.warning(place, message, mend));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    /** How many errors there are: what was read between two equal counts has none. */
    long errors() {
        return found.stream().filter(Problem::isError).count();
    }

    List<Problem> inOrder() {
        return Stream.concat(
                        found.stream().filter(Problem::isError), found.stream().filter(problem -> !problem.isError()))
                .toList();
    }
}
