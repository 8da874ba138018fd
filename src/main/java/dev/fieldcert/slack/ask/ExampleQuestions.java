package dev.fieldcert.slack.ask;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.CourseProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Up to three questions to try, taken first from the learner's current course. */
public final class ExampleQuestions {

    private static final int EXAMPLES = 3;

    private ExampleQuestions() {}

    /** @param progress in the learner's current course; empty if there is none */
    public static List<String> of(Program program, Optional<CourseProgress> progress) {
        Optional<Course> course = progress.flatMap(known -> program.course(known.course()));
        Stream<Objective> near = course.stream()
                .flatMap(known -> known.objectives().stream())
                .sorted(java.util.Comparator.comparing(objective ->
                        progress.orElseThrow().objective(objective.id()).state().isThrough()));
        Stream<Objective> others = program.courses().stream().flatMap(known -> known.objectives().stream());
        return Stream.concat(near, others)
                .flatMap(objective -> objective.lesson().cards().stream())
                .map(Lesson.Card::askedAs)
                .filter(phrases -> !phrases.isEmpty())
                .map(phrases -> phrases.get(0))
                .distinct()
                .limit(EXAMPLES)
                .toList();
    }

    /** An invitation to ask a question; empty if there are no examples. */
    public static List<LayoutBlock> blocks(List<String> examples) {
        if (examples.isEmpty()) {
            return List.of();
        }
        List<ButtonElement> buttons = new ArrayList<>();
        for (String example : examples) {
            String question = asQuestion(example);
            buttons.add(button(question, "ask-example:" + buttons.size(), question));
        }
        return List.of(
                text("*Ask the lessons.* Type a question in our DM, in your own words, or try one of these:"),
                actions(buttons));
    }

    private static String asQuestion(String phrase) {
        String capital = Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
        return capital.endsWith("?")
                        || !capital.matches("(?i)(what|how|when|who|where|why|which|can|do|does|is|are|should)\\b.*")
                ? capital
                : capital + "?";
    }
}
