package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of reading a program's files.
 *
 * @param readable everything that could be read, without the parts that have errors; complete only when there are none
 * @param untaught courses that no path teaches, checked like the others
 * @param problems errors first
 * @param places where things stand: a course by its id, {@code course/objective}, {@code course/question}, {@code
 *     course/objective#practice} and {@code #check} for pools, {@code course/objective#1} for a lesson's first card,
 *     {@code     course/objective#1:text} for the text below its title
 */
public record Reading(
        Program readable, List<Course> untaught, List<Problem> problems, Map<String, SourceLocation> places) {

    public Reading {
        untaught = List.copyOf(untaught);
        problems = List.copyOf(problems);
        places = Map.copyOf(places);
    }

    /** The program; empty when its files have an error. */
    public Optional<Program> program() {
        return problems.stream().anyMatch(Problem::isError) ? Optional.empty() : Optional.of(readable);
    }

    /** Its position; the top of {@code program.yaml} for what has none. */
    public SourceLocation place(String key) {
        return places.getOrDefault(key, SourceLocation.top(ProgramFiles.PROGRAM));
    }
}
