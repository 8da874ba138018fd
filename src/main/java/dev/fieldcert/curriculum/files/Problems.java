package dev.fieldcert.curriculum.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The problems found so far while reading, in the order of finding. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void error(Place place, String message, String mend) {
        found.add(Problem.error(place, message, mend));
    }

    void warning(Place place, String message, String mend) {
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
