package dev.fieldcert.slack.admin.record;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionGroupObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms around one person's record: who and what, the change itself, and what became of it. */
public final class RecordForms {

    static final String WHO_FORM = "record-who";
    static final String CHANGE_FORM = "record-change";
    static final String AGAIN = "record-again";
    static final String TURN = "record-turn";

    static final String WHO = "who";
    static final String WHAT = "what";
    static final String TARGET = "target";
    static final String OBJECTIVE = "objective";
    static final String DUE = "due";
    static final String NO_DUE = "no-due";
    public static final String REASON = "reason";
    static final String COHORT = "cohort";
    static final String OTHER = "other";
    public static final String ROLE = "role";
    static final String BADGE = "badge";
    public static final String SURE = "sure";

    private static final int TITLE = 24;
    private static final int MENU = 100;
    private static final int LONGEST_REASON = 500;

    private RecordForms() {}

    /** One line of a menu. */
    record Choice(String id, String label) {}

    /** @param person who is chosen already; null for nobody */
    static View who(List<Choice> looks, List<Choice> changes, String person) {
        StaticSelectElement what = StaticSelectElement.builder()
                .actionId(WHAT)
                .placeholder(plain("Choose"))
                .optionGroups(List.of(group("Look", looks), group("Change", changes)))
                .build();
        return modal(WHO_FORM, "A person's record", "Next")
                .blocks(List.of(
                        input(WHO, "Who", null, false, people("Choose somebody", person)),
                        input(WHAT, "What", null, false, what)))
                .build();
    }

    private static OptionGroupObject group(String label, List<Choice> choices) {
        return OptionGroupObject.builder()
                .label(plain(label))
                .options(choices.stream()
                        .map(choice -> option(choice.label(), choice.id()))
                        .toList())
                .build();
    }

    /** @param change {@link RecordChange#id} */
    public static View change(String change, String label, String submit, String person, List<LayoutBlock> fields) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*" + Mrkdwn.escape(label) + "* – " + Mrkdwn.person(person)));
        blocks.addAll(fields);
        return modal(CHANGE_FORM, label, submit)
                .privateMetadata(new Metadata(change, person).toText())
                .blocks(blocks)
                .build();
    }

    /** What there is to see of somebody, and the way to something else. */
    static View shown(String label, String person, SlackMessage message) {
        List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
        blocks.add(actions(button("Something else", AGAIN, person)));
        return command(label, blocks);
    }

    /** What became of a change. It leads nowhere: a form in this modal would still hold what was written in this one. */
    static View changed(String label, SlackMessage message) {
        return command(label, message.blocks());
    }

    private static View command(String label, List<LayoutBlock> blocks) {
        return View.builder()
                .type("modal")
                .callbackId(CHANGE_FORM)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(cut(label, TITLE))
                        .build())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(blocks)
                .build();
    }

    private static View.ViewBuilder modal(String id, String title, String submit) {
        return View.builder()
                .type("modal")
                .callbackId(id)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(cut(title, TITLE))
                        .build())
                .submit(ViewSubmit.builder().type("plain_text").text(submit).build())
                .close(ViewClose.builder().type("plain_text").text("Not now").build());
    }

    /**
     * A path or course, or a badge.
     *
     * @param options not empty; the only one is chosen already
     */
    public static InputBlock menu(String id, String label, List<OptionObject> options) {
        return input(id, label, null, false, menu(id, options, Optional.empty()));
    }

    /** The same, and the form is drawn anew when it is chosen. */
    public static InputBlock turningMenu(
            String id, String actionId, String label, List<OptionObject> options, Optional<String> chosen) {
        return InputBlock.builder()
                .blockId(id)
                .dispatchAction(true)
                .label(plain(label))
                .element(menu(actionId, options, chosen))
                .build();
    }

    private static StaticSelectElement menu(String actionId, List<OptionObject> options, Optional<String> chosen) {
        List<OptionObject> shown = options.stream().limit(MENU).toList();
        OptionObject initial = shown.size() == 1
                ? shown.get(0)
                : shown.stream()
                        .filter(each -> chosen.filter(each.getValue()::equals).isPresent())
                        .findFirst()
                        .orElse(null);
        return StaticSelectElement.builder()
                .actionId(actionId)
                .placeholder(plain("Choose"))
                .options(shown)
                .initialOption(initial)
                .build();
    }

    /** Of one course: another course's menu is another field, so that nothing chosen for the one is left in the other. */
    public static String objectiveField(String course) {
        return OBJECTIVE + ":" + course;
    }

    static LayoutBlock nothingOpen() {
        return text("Every objective of this course is behind them.");
    }

    static List<LayoutBlock> due() {
        return List.of(
                input(
                        DUE,
                        "Due",
                        null,
                        true,
                        DatePickerElement.builder().actionId(DUE).build()),
                input(
                        NO_DUE,
                        "Or",
                        null,
                        true,
                        CheckboxesElement.builder()
                                .actionId(NO_DUE)
                                .options(List.of(option("No due date", "none")))
                                .build()));
    }

    /** @param hint who reads it */
    public static InputBlock reason(String hint, boolean optional) {
        return input(
                REASON,
                "Reason",
                hint,
                optional,
                PlainTextInputElement.builder()
                        .actionId(REASON)
                        .multiline(true)
                        .maxLength(LONGEST_REASON)
                        .build());
    }

    /** A box to tick before something that cannot be undone. */
    public static InputBlock sure(String words) {
        return input(
                SURE,
                "Are you sure?",
                null,
                false,
                CheckboxesElement.builder()
                        .actionId(SURE)
                        .options(List.of(option(words, "sure")))
                        .build());
    }

    static InputBlock cohort(String now, int longest) {
        return input(
                COHORT,
                "Cohort",
                "Leave it empty for none.",
                true,
                PlainTextInputElement.builder()
                        .actionId(COHORT)
                        .initialValue(now)
                        .maxLength(longest)
                        .build());
    }

    /** @param now its word */
    public static InputBlock role(String now) {
        return input(
                ROLE,
                "Role",
                "Admins run the program. Authors see, reload and preview the courses, and nothing about people.",
                false,
                menu(
                        ROLE,
                        List.of(option("Admin", "admin"), option("Author", "author"), option("None", "none")),
                        Optional.of(now)));
    }

    /** Somebody beside the person whose record it is. */
    static InputBlock other(String label, String now) {
        return input(OTHER, label, "Leave it empty for nobody.", true, people("Nobody", now));
    }

    private static UsersSelectElement people(String placeholder, String chosen) {
        return UsersSelectElement.builder()
                .actionId(WHO)
                .placeholder(plain(placeholder))
                .initialUser(chosen)
                .build();
    }

    private static InputBlock input(String id, String label, String hint, boolean optional, BlockElement element) {
        return InputBlock.builder()
                .blockId(id)
                .label(plain(label))
                .hint(hint == null ? null : plain(hint))
                .optional(optional)
                .element(element)
                .build();
    }

    /** What the form remembers. */
    record Metadata(String change, String person) {

        String toText() {
            return change + "|" + person;
        }

        static Metadata fromText(String text) {
            String[] parts = text.split("\\|");
            if (parts.length != 2 || !parts[1].matches("[UW][A-Z0-9]+")) {
                throw new IllegalArgumentException("Not a form of ours");
            }
            return new Metadata(parts[0], parts[1]);
        }
    }
}
