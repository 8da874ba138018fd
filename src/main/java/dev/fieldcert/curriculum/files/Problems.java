package dev.fieldcert.curriculum.files;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The problems found so far, without duplicates. */
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

    /**
     * Changes the error about a missing file to suggest a file that nothing refers to: most often, that is the missing
     * file under another name.
     *
     * @return false if there is no such error, or it already suggests another file
     */
    boolean explain(String missing, String stray) {
        Optional<Problem> error = found.stream()
                .filter(problem -> problem.isError()
                        && (problem.file().equals(missing) || problem.message().contains(missing + " is missing")))
                .findFirst();
        if (error.isEmpty()
                || error.get().mend().startsWith("Is it “")
                        && !error.get().mend().contains(stray)) {
            return false;
        }
        found.remove(error.get());
        found.add(
                Problem.error(error.get().place(), error.get().message(), "Is it “" + stray + "”? Rename that file."));
        return true;
    }

    /**
     * The number of errors so far. If the number is the same before and after something is read, that had no errors.
     */
    long errors() {
        return found.stream().filter(Problem::isError).count();
    }

    List<Problem> inOrder() {
        return Stream.concat(
                        found.stream().filter(Problem::isError), found.stream().filter(problem -> !problem.isError()))
                .toList();
    }
}
