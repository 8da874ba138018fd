package dev.fieldcert.slack.quiz;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.item.ReportItem;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The screens of saying that a question is off, or that an answer was right. */
final class ReportMessages {

    static final String OFF = "item-off";
    static final String CLAIM = "item-claim";
    static final String WHAT = "what";
    static final String WORDS = "words";

    private static final String THANKS =
            "the people who look after the questions have it, and I’ll tell you what came of it.";

    private ReportMessages() {}

    /** Below an explanation. */
    static LayoutBlock buttons(String attempt, int index, Question question, boolean right) {
        String value = new AnswerButton(attempt, index, "").toValue();
        List<ButtonElement> buttons = new ArrayList<>();
        if (question instanceof ShortAnswer && !right) {
            buttons.add(button("My answer was right", CLAIM + ":" + index, value));
        }
        buttons.add(button("This question is off", OFF + ":" + index, value));
        return actions(buttons);
    }

    static View form(AnswerButton about) {
        RadioButtonsElement what = RadioButtonsElement.builder()
                .actionId(WHAT)
                .options(List.of(
                        option("The right answer is not right", ItemReported.Kind.WRONG.code()),
                        option("It is not clear what is asked", ItemReported.Kind.UNCLEAR.code()),
                        option("It is outdated", ItemReported.Kind.OUTDATED.code()),
                        option("Something else", ItemReported.Kind.OTHER.code())))
                .build();
        return Forms.modal(
                        OFF,
                        "This question is off",
                        "Send",
                        List.of(
                                Forms.field(WHAT, "What is off?", "", false, what),
                                Forms.field(
                                        WORDS,
                                        "In a sentence",
                                        "The people who look after the questions read it, with your name.",
                                        true,
                                        Forms.text(WORDS, null, true, ReportItem.LONGEST))))
                .privateMetadata(about.toValue())
                .build();
    }

    static View sent() {
        return Forms.shown(OFF, "This question is off", List.of(text("Thank you: " + THANKS)));
    }

    /** Why a report was not kept; empty when it was. */
    static Optional<String> problem(ReportItem.Outcome outcome) {
        if (outcome instanceof ReportItem.Outcome.Already) {
            return Optional.of("You said so before, and it is being looked at. Nothing more to do.");
        }
        if (outcome instanceof ReportItem.Outcome.RightAlready) {
            return Optional.of("That answer counts as right by now. Nothing more to do.");
        }
        if (outcome instanceof ReportItem.Outcome.NotTheirs) {
            return Optional.of("I find no such answer of yours. Answer the question first, then tell me.");
        }
        return outcome instanceof ReportItem.Outcome.TooLong tooLong
                ? Optional.of("That is " + tooLong.length() + " characters; write at most " + ReportItem.LONGEST + ".")
                : Optional.empty();
    }

    static SlackMessage claimed(ReportItem.Outcome outcome) {
        return SlackMessage.note(problem(outcome)
                .orElse("*Noted: your answer was right, you say.* Thank you – " + THANKS
                        + " If it is accepted, your result changes by itself."));
    }
}
