package dev.fieldcert.slack.admin;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.blockkit.Forms;
import java.util.List;
import java.util.function.Function;

/** Free text: everything typed after the other parameters. */
public abstract class TextParameter extends Parameter<String> {

    private static final int LONGEST_REASON = 500;

    private final String label;
    private final String hint;
    private final int longest;

    private TextParameter(String id, String usage, String label, String hint, int longest) {
        super(id, usage);
        this.label = label;
        this.hint = hint;
        this.longest = longest;
    }

    final InputBlock field(boolean optional, String now, boolean multiline) {
        return Forms.field(id(), label, hint, optional, Forms.text(id(), now, multiline, longest));
    }

    final String notTooLong(String text) {
        if (text.length() > longest) {
            throw new CommandException(label + " can have at most " + longest + " characters. This one has "
                    + text.length() + ". Nothing was changed.");
        }
        return text;
    }

    /**
     * @param hint tells the admin who reads the reason; shown in the form
     * @param optional if false, the form requires a reason; the action must check that a typed command has one
     */
    public static Parameter<String> reason(String hint, boolean optional) {
        return new TextParameter("reason", optional ? "[reason]" : "<reason>", "Reason", hint, LONGEST_REASON) {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                return notTooLong(words.rest());
            }

            @Override
            protected String submitted(FormInput form, Arguments before) {
                return notTooLong(form.text(id()).orElse(""));
            }

            @Override
            protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
                return List.of(field(optional, null, true));
            }
        };
    }

    /** A short text, or null if it is empty or "none". */
    public static Parameter<String> textOrNone(
            String id, String usage, String label, int longest, Function<Arguments, String> now) {
        return new TextParameter(id, usage, label, "Leave blank if there isn’t one.", longest) {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                String typed = words.rest();
                if (typed.isEmpty()) {
                    throw words.missing("Something is missing");
                }
                return typed.equalsIgnoreCase("none") ? null : notTooLong(typed);
            }

            @Override
            protected String submitted(FormInput form, Arguments before) {
                return form.text(id()).map(this::notTooLong).orElse(null);
            }

            @Override
            protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
                return List.of(field(true, now.apply(before), false));
            }
        };
    }
}
