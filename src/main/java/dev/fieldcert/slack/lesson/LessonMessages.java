package dev.fieldcert.slack.lesson;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The screens of a lesson. */
public final class LessonMessages {

    private LessonMessages() {}

    /**
     * One card, with buttons to the previous and next card and to the questions. Describes the picture in words
     * instead of showing it.
     */
    public static SlackMessage card(Course course, Objective objective, int index) {
        return card(course, objective, index, Optional.empty());
    }

    static SlackMessage card(Course course, Objective objective, int index, Optional<ImageBlock> picture) {
        List<LayoutBlock> blocks = content(course, objective, index, picture);
        List<BlockElement> buttons = new ArrayList<>();
        int last = objective.lesson().cards().size() - 1;
        if (index > 0) {
            buttons.add(button("Back", "card:back", new CardButton(course.id(), objective.id(), index - 1).toValue()));
        }
        if (index < last) {
            buttons.add(primary("Next", "card:next", new CardButton(course.id(), objective.id(), index + 1).toValue()));
        }
        String ready = new CardButton(course.id(), objective.id(), index).toValue();
        buttons.add(index < last ? button("I’m ready", "ready", ready) : primary("I’m ready", "ready", ready));
        sources(course, objective, index).ifPresent(buttons::add);
        blocks.add(actions(buttons));
        return SlackMessage.of(blocks);
    }

    private static Optional<ButtonElement> sources(Course course, Objective objective, int index) {
        return objective.lesson().sources().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        button("Sources", "sources", new CardButton(course.id(), objective.id(), index).toValue()));
    }

    /** A card as it remains once its questions have started. */
    public static SlackMessage cardDone(Course course, Objective objective, int index) {
        return cardDone(course, objective, index, Optional.empty());
    }

    static SlackMessage cardDone(Course course, Objective objective, int index, Optional<ImageBlock> picture) {
        List<LayoutBlock> blocks = content(course, objective, index, picture);
        List<BlockElement> buttons = new ArrayList<>();
        buttons.add(button("Read again", "reread", new CardButton(course.id(), objective.id(), 0).toValue()));
        sources(course, objective, index).ifPresent(buttons::add);
        blocks.add(actions(buttons));
        return SlackMessage.of(blocks);
    }

    private static List<LayoutBlock> content(
            Course course, Objective objective, int index, Optional<ImageBlock> picture) {
        Lesson lesson = objective.lesson();
        Lesson.Card card = lesson.cards().get(index);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(card.title()));
        blocks.add(text(Mrkdwn.of(card.body())));
        card.picture()
                .ifPresent(drawn -> blocks.add(picture.<LayoutBlock>map(image -> image)
                        .orElseGet(() -> note("_Picture:_ " + Mrkdwn.escape(drawn.alternative())))));
        blocks.add(note(Mrkdwn.escape(course.title() + " · " + objective.title()) + " · card " + (index + 1) + " of "
                + lesson.cards().size()));
        return blocks;
    }

    /** The sources of a lesson, each with its note. */
    static SlackMessage sources(Objective objective) {
        return SlackMessage.of(
                text("*Sources* · " + Mrkdwn.escape(objective.title())),
                text(String.join(
                        "\n",
                        objective.lesson().sources().stream()
                                .map(source -> "• " + Mrkdwn.link(source.url(), source.title())
                                        + (source.note().isBlank() ? "" : " – " + Mrkdwn.escape(source.note())))
                                .toList())));
    }

    static SlackMessage notThere() {
        return SlackMessage.note(
                "That lesson is no longer part of your program. To see your progress, type `/cert status`.");
    }
}
