package dev.fieldcert.search;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One searchable card.
 *
 * @param context titles of the course and objective that it belongs to
 */
record Entry(CardRef place, String title, String body, List<String> askedAs, String context) {

    /**
     * All searchable content of a program: its cards, and never a question or rubric. To make another kind of document
     * searchable, add it here, and make {@link CardRef} one of several kinds of position.
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

    /** Adds the objective's title to the phrases, so that a question in the words of the title finds this card. */
    private static List<String> with(List<String> phrases, String title) {
        return Stream.concat(phrases.stream(), Stream.of(title)).toList();
    }
}
