package dev.fieldcert.slack.quiz;

import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.text;

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

/** The screens for reporting a question, or claiming that an answer was right. */
final class ReportMessages {

    static final String OFF = "item-off";
    static final String CLAIM = "item-claim";
    static final String WHAT = "what";
    static final String WORDS = "words";

    private static final String THANKS = "I’ve sent it to the program’s authors. I’ll let you know what they decide.";

    private ReportMessages() {}

    /** The buttons below an explanation. */
    static List<ButtonElement> buttons(String attempt, int index, Question question, boolean right) {
        String value = new AnswerButton(attempt, index, "").toValue();
        List<ButtonElement> buttons = new ArrayList<>();
        if (question instanceof ShortAnswer && !right) {
            buttons.add(button("My answer was right", CLAIM + ":" + index, value));
        }
        buttons.add(button("Report this question", OFF + ":" + index, value));
        return buttons;
    }

    static View form(AnswerButton about) {
        RadioButtonsElement what = RadioButtonsElement.builder()
                .actionId(WHAT)
                .options(List.of(
                        option("The answer marked right is wrong", ItemReported.Kind.WRONG.code()),
                        option("It’s unclear what it’s asking", ItemReported.Kind.UNCLEAR.code()),
                        option("It’s outdated", ItemReported.Kind.OUTDATED.code()),
                        option("Something else", ItemReported.Kind.OTHER.code())))
                .build();
        return Forms.modal(
                        OFF,
                        "Report this question",
                        "Send",
                        List.of(
                                Forms.field(WHAT, "What’s wrong with it?", "", false, what),
                                Forms.field(
                                        WORDS,
                                        "In a sentence",
                                        "The program’s authors see it, with your name.",
                                        true,
                                        Forms.text(WORDS, null, true, ReportItem.LONGEST))))
                .privateMetadata(about.toValue())
                .build();
    }

    static View sent() {
        return Forms.shown(OFF, "Report this question", List.of(text("Thanks! " + THANKS)));
    }

    /** Why a report was rejected; empty if it was stored. */
    static Optional<String> problem(ReportItem.Outcome outcome) {
        if (outcome instanceof ReportItem.Outcome.Already) {
            return Optional.of("You’ve already reported this, and the authors are looking into it.");
        }
        if (outcome instanceof ReportItem.Outcome.RightAlready) {
            return Optional.of("That answer now counts as right. There’s nothing else to do.");
        }
        if (outcome instanceof ReportItem.Outcome.NotTheirs) {
            return Optional.of("I can’t find your answer. Answer the question first, then report it.");
        }
        return outcome instanceof ReportItem.Outcome.TooLong tooLong
                ? Optional.of(
                        "That’s %,d characters. The limit is %,d.".formatted(tooLong.length(), ReportItem.LONGEST))
                : Optional.empty();
    }

    static SlackMessage claimed(ReportItem.Outcome outcome) {
        return SlackMessage.note(problem(outcome)
                .orElse("*You said your answer was right.* " + THANKS
                        + " If they agree, your result updates automatically."));
    }
}
