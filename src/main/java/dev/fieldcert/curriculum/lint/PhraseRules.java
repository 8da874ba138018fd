package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.Reading;
import dev.fieldcert.curriculum.files.SourceLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Warns of a phrase in {@code asked-as} that belongs to more than one card: it should lead to a single card. */
final class PhraseRules {

    private final Reading reading;
    private final List<Problem> problems;
    private final Map<String, SourceLocation> known = new HashMap<>();

    PhraseRules(Reading reading, List<Problem> problems) {
        this.reading = reading;
        this.problems = problems;
    }

    void check() {
        for (Course course : reading.readable().courses()) {
            for (Objective objective : course.objectives()) {
                check(course.id() + "/" + objective.id(), objective.lesson().cards());
            }
        }
    }

    private void check(String key, List<Lesson.Card> cards) {
        for (int i = 0; i < cards.size(); i++) {
            SourceLocation place = reading.place(key + "#" + (i + 1));
            for (String phrase : cards.get(i).askedAs()) {
                SourceLocation other = known.putIfAbsent(plain(phrase), place);
                if (other != null) {
                    problems.add(Problem.warning(
                            place,
                            "“" + phrase + "” is also what the card at " + other.file() + ":" + other.line()
                                    + " is asked as.",
                            "Leave it to the card that answers it better."));
                }
            }
        }
    }

    private static String plain(String phrase) {
        return phrase.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
