package dev.fieldcert.slack.admin.program;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.quiz.QuizMessages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Renders the learner's screens one after another, with controls that do nothing. */
final class PreviewMessages {

    /** The action id, up to a colon, of every control on a previewed screen. */
    static final String NOTHING = "preview-nothing";

    private static final long SEED = 1;

    private PreviewMessages() {}

    static int screens(Objective objective) {
        return cards(objective)
                + objective.practice().size()
                + objective.checkPool().size();
    }

    private static int cards(Objective objective) {
        return objective.lesson() == null ? 0 : objective.lesson().cards().size();
    }

    /**
     * @param index position among the objective's screens: the lesson's cards, then the practice questions, then the
     *     check's questions
     * @param lesson returns the lesson card at an index, as a learner sees it
     */
    static SlackMessage screen(
            Program program, Course course, Objective objective, int index, IntFunction<SlackMessage> lesson) {
        int cards = cards(objective);
        List<LayoutBlock> blocks = new ArrayList<>();
        String where;
        if (index < cards) {
            List<LayoutBlock> card = lesson.apply(index).blocks();
            blocks.addAll(card.subList(0, card.size() - 1));
            where = "Card %d of %d".formatted(index + 1, cards);
        } else {
            int number = index - cards;
            boolean practice = number < objective.practice().size();
            int inPool = practice ? number : number - objective.practice().size();
            List<Question> pool = practice ? objective.practice() : objective.checkPool();
            blocks.addAll(question(program, course, objective, pool.get(inPool), practice));
            where = (practice ? "Practice question %d of %d" : "Question %d of %d of the check")
                            .formatted(inPool + 1, pool.size())
                    + " · `" + pool.get(inPool).id() + "`";
        }
        List<ButtonElement> buttons = new ArrayList<>();
        String value = course.id() + "|" + objective.id() + "|";
        if (index > 0) {
            buttons.add(button("Previous", "preview:back", value + (index - 1)));
        }
        if (index + 1 < screens(objective)) {
            buttons.add(primary("Next screen", "preview:next", value + (index + 1)));
        }
        if (!buttons.isEmpty()) {
            blocks.add(actions(buttons));
        }
        blocks.add(note("👁️ Preview · " + where + " · nothing is scored"));
        return SlackMessage.of(blocks);
    }

    private static List<LayoutBlock> question(
            Program program, Course course, Objective objective, Question question, boolean practice) {
        var item = new Attempt.Item(question.id(), objective.id(), SEED, List.of(), null, null, null);
        var attempt = new Attempt(
                "preview",
                practice ? Attempt.Kind.PRACTICE : Attempt.Kind.CHECK,
                course.id(),
                practice ? objective.id() : null,
                program.version(),
                Instant.EPOCH,
                List.of(item),
                List.of());
        List<LayoutBlock> blocks =
                QuizMessages.asked(course, attempt, 0, question, practice).blocks();
        int[] number = {0};
        blocks.stream().flatMap(PreviewMessages::elements).forEach(element -> disarm(element, number[0]++));
        return blocks;
    }

    private static Stream<BlockElement> elements(LayoutBlock block) {
        if (block instanceof ActionsBlock actions) {
            return actions.getElements().stream();
        }
        if (block instanceof InputBlock input) {
            return Stream.of(input.getElement());
        }
        return block instanceof SectionBlock section && section.getAccessory() != null
                ? Stream.of(section.getAccessory())
                : Stream.empty();
    }

    private static void disarm(BlockElement element, int number) {
        String action = NOTHING + ":" + number;
        if (element instanceof ButtonElement button) {
            button.setActionId(action);
        } else if (element instanceof CheckboxesElement boxes) {
            boxes.setActionId(action);
        } else if (element instanceof RadioButtonsElement radio) {
            radio.setActionId(action);
        } else if (element instanceof StaticSelectElement select) {
            select.setActionId(action);
        } else if (element instanceof PlainTextInputElement field) {
            field.setActionId(action);
        }
    }
}
