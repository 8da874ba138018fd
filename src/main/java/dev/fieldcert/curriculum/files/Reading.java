package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of reading a program's files.
 *
 * @param readable everything that could be read, without the parts that have errors; complete only if there are no
 *     errors
 * @param untaught courses that no path teaches; checked like the others
 * @param problems errors first
 * @param places the position of each part. The keys are a course's id; {@code path:<id>}; {@code badge:<id>};
 *     {@code course/objective}; {@code course/question}; for pools, {@code course/objective#practice} and
 *     {@code #check}; for a lesson's first card, {@code course/objective#1}; and for the text below its title,
 *     {@code course/objective#1:text}
 */
public record Reading(
        Program readable, List<Course> untaught, List<Problem> problems, Map<String, SourceLocation> places) {

    public Reading {
        untaught = List.copyOf(untaught);
        problems = List.copyOf(problems);
        places = Map.copyOf(places);
    }

    /** The program; empty if its files have an error. */
    public Optional<Program> program() {
        return problems.stream().anyMatch(Problem::isError) ? Optional.empty() : Optional.of(readable);
    }

    /** The position of a part by its key in {@link #places}; the top of {@code program.yaml} for an unknown key. */
    public SourceLocation place(String key) {
        return places.getOrDefault(key, SourceLocation.top(ProgramFiles.PROGRAM));
    }
}
