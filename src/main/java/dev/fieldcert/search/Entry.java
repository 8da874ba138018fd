package dev.fieldcert.search;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that can be found.
 *
 * @param context titles of what it belongs to
 */
record Entry(CardRef place, String title, String body, List<String> askedAs, String context) {

    /**
     * All that can be found in a program, and nothing else: no question, no rubric. Another kind of document joins here, and
     * {@link CardRef} becomes one of several kinds of place.
     */
    static List<Entry> of(Program program) {
        List<Entry> entries = new ArrayList<>();
        for (Course course : program.courses()) {
            for (Objective objective : course.objectives()) {
                List<Lesson.Card> cards = objective.lesson().cards();
                for (int i = 0; i < cards.size(); i++) {
                    Lesson.Card card = cards.get(i);
                    entries.add(new Entry(
                            new CardRef(course.id(), objective.id(), i),
                            card.title(),
                            card.body(),
                            i == 0 ? with(card.askedAs(), objective.title()) : card.askedAs(),
                            course.title() + ". " + objective.title()));
                }
            }
        }
        return entries;
    }

    /** Whoever asks in the words of an objective's title is shown its first card. */
    private static List<String> with(List<String> phrases, String title) {
        return Stream.concat(phrases.stream(), Stream.of(title)).toList();
    }
}
