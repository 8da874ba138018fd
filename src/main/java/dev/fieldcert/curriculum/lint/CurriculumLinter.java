package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.curriculum.files.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what is wrong with a program and what could be better. Takes a second or two, because it evaluates each
 * formula with many seeds.
 */
public final class CurriculumLinter {

    private CurriculumLinter() {}

    /** The problems found in reading these files and in their content: errors first, then by position. */
    public static List<Problem> lint(ProgramFiles files) {
        return lint(CurriculumReader.read(files));
    }

    /** Like {@link #lint(ProgramFiles)}, for files that have been read. */
    public static List<Problem> lint(Reading reading) {
        List<Problem> problems = new ArrayList<>(reading.problems());
        boolean complete = reading.program().isPresent();
        List<Course> courses = new ArrayList<>(reading.readable().courses());
        courses.addAll(reading.untaught());
        for (Course course : courses) {
            for (Objective objective : course.objectives()) {
                String key = course.id() + "/" + objective.id();
                new LessonRules(reading, key, problems).check(objective.lesson());
                new PoolRules(reading, course, objective, problems).check(complete);
            }
            new QuestionTexts(reading, course, problems).check();
        }
        new PhraseRules(reading, problems).check();
        problems.sort(Comparator.comparing((Problem problem) -> problem.severity())
                .thenComparing(Problem::file)
                .thenComparing(Problem::line)
                .thenComparing(Problem::column));
        return problems.stream().distinct().toList();
    }
}
