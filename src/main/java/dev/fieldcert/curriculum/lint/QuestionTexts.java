package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.files.Limits;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.Reading;
import dev.fieldcert.curriculum.files.SourceLocation;
import dev.fieldcert.curriculum.question.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Checks the texts of a course's questions: no duplicates, and none too long for Slack. */
final class QuestionTexts {

    private final Reading reading;
    private final Course course;
    private final List<Problem> problems;
    private final Map<String, SourceLocation> asked = new HashMap<>();

    QuestionTexts(Reading reading, Course course, List<Problem> problems) {
        this.reading = reading;
        this.course = course;
        this.problems = problems;
    }

    void check() {
        for (Objective objective : course.objectives()) {
            Stream.concat(objective.practice().stream(), objective.checkPool().stream())
                    .forEach(this::check);
        }
    }

    private void check(Question question) {
        SourceLocation place = reading.place(course.id() + "/" + question.id());
        String text = (question.ask() + question.match(new WrittenOut()) + question.stimulus())
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        SourceLocation before = asked.putIfAbsent(text, place);
        if (before != null) {
            problems.add(Problem.error(
                    place,
                    "The same question is already at " + before + ".",
                    "Ask something else: practice questions must not appear in the check."));
        }
        int length = question.ask().length() + question.match(new WrittenOut()).length();
        if (length > Limits.SECTION) {
            problems.add(Problem.error(
                    place,
                    "Written out, the question has " + length + " characters; Slack has room for " + Limits.SECTION
                            + " in one place.",
                    "Shorten its texts, or split it in two."));
        }
    }
}
