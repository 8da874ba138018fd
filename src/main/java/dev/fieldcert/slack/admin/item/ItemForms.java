package dev.fieldcert.slack.admin.item;

import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.item.DecideItem;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Renders the forms for deciding about a question. */
final class ItemForms {

    static final String REASON = "reason";
    static final String KEY = "key";

    private ItemForms() {}

    /**
     * @param reports the reports about the question; the newest answer claimed to be right fills the field for the
     *     answer to accept
     */
    static View decide(ItemDecision.Kind kind, ItemRef ref, Question question, List<ItemReported> reports) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(about(kind)));
        if (kind == ItemDecision.Kind.KEY) {
            blocks.add(key(question));
        } else if (kind == ItemDecision.Kind.VARIANT) {
            blocks.add(Forms.field(
                    KEY,
                    "The answer to accept",
                    "Write it the way people type it. Small spelling differences are accepted anyway.",
                    false,
                    Forms.text(KEY, claimed(reports), false, ShortAnswer.LONGEST)));
        }
        blocks.add(reason(
                kind == ItemDecision.Kind.KEY
                        ? "Everyone affected will see it, and it replaces the explanation."
                        : "Everyone affected will see it."));
        return Forms.modal(ItemMessages.DECIDE, title(kind), kind.regrades() ? "Dry run" : "Decide", blocks)
                .privateMetadata(kind.code() + "|" + ref)
                .build();
    }

    private static LayoutBlock reason(String hint) {
        return Forms.field(REASON, "Reason", hint, false, Forms.text(REASON, null, true, DecideItem.LONGEST_REASON));
    }

    private static String title(ItemDecision.Kind kind) {
        return switch (kind) {
            case KEEP -> "Keep the question";
            case QUARANTINE -> "Quarantine";
            case KEY -> "Change the key";
            case VARIANT -> "Accept an answer";
        };
    }

    private static String about(ItemDecision.Kind kind) {
        return switch (kind) {
            case KEEP -> "The question stays as it is. Everyone with an open report gets your reason as the answer.";
            case QUARANTINE ->
                "Nobody new gets this question. Anyone who has it open can still answer it, and results stay as they are.";
            case KEY, VARIANT ->
                "First, I’ll send you a dry run in our DM that shows whose results would change. Nothing changes "
                        + "until you confirm.";
        };
    }

    private static LayoutBlock key(Question question) {
        if (question instanceof MultipleChoice choice) {
            return Forms.field(
                    KEY,
                    "Right answers",
                    "",
                    false,
                    CheckboxesElement.builder()
                            .actionId(KEY)
                            .options(options(choice.options()))
                            .build());
        }
        List<OptionObject> options = question instanceof SingleChoice choice
                ? options(choice.options())
                : List.of(option("True", "true"), option("False", "false"));
        return Forms.field(
                KEY,
                "Right answer",
                "",
                false,
                RadioButtonsElement.builder().actionId(KEY).options(options).build());
    }

    private static List<OptionObject> options(List<Option> options) {
        return options.stream()
                .map(each -> option(each.text() + (each.right() ? " (now)" : ""), each.id()))
                .toList();
    }

    /** The newest answer that a learner claimed to be right; null if there is none. */
    private static String claimed(List<ItemReported> reports) {
        return reports.stream()
                .filter(report -> report.kind() == ItemReported.Kind.ANSWER_WAS_RIGHT && report.answer() != null)
                .max(Comparator.comparing(ItemReported::at))
                .map(ItemReported::answer)
                .orElse(null);
    }

    /** The key that was chosen or typed; null if this kind of decision has none. */
    static Answer key(ItemDecision.Kind kind, ViewSubmission form) {
        return switch (kind) {
            case KEEP, QUARANTINE -> null;
            case KEY -> new Answer.Chosen(new LinkedHashSet<>(form.all(KEY)));
            case VARIANT -> new Answer.Written(form.input(KEY).orElse(""));
        };
    }

    static View undo(ItemDecision decision) {
        return Forms.modal(
                        ItemMessages.UNDO,
                        "Undo a decision",
                        "Undo",
                        List.of(
                                text("The decision was *" + ItemMessages.what(decision)
                                        + "*. If you undo it, results become what they would be without it, and I’ll tell "
                                        + "everyone affected. Badges stay unless you revoke them."),
                                reason("Everyone affected will see it.")))
                .privateMetadata(decision.id())
                .build();
    }

    /** @param value the holder's id and the award's id, separated by {@code |} */
    static View takeBack(String value, String badge) {
        return Forms.modal(
                        ItemMessages.BACK,
                        "Revoke a badge",
                        "Revoke",
                        List.of(
                                text("The page of *" + Mrkdwn.escape(badge)
                                        + "* and every verification will say that it was revoked. "
                                        + "You can’t undo this."),
                                reason("The holder and everyone who looks at the badge will see it.")))
                .privateMetadata(value)
                .build();
    }

    static Optional<ItemDecision.Kind> kind(String code) {
        return Arrays.stream(ItemDecision.Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }
}
