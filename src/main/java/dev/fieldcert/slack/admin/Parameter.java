package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * An input of an admin action. It defines how the value is typed and how a form asks for it. An absent value is null.
 */
public abstract class Parameter<T> {

    private final String id;
    private final String usage;

    /**
     * @param id block id of the form field, under which the form shows errors
     * @param usage how the help shows the parameter, such as {@code <course>}; empty if it cannot be typed
     */
    protected Parameter(String id, String usage) {
        this.id = id;
        this.usage = usage;
    }

    public final String id() {
        return id;
    }

    final String usage() {
        return usage;
    }

    /**
     * Parses the typed words that belong to this parameter.
     *
     * @param before the values of the parameters before this one
     * @throws CommandException if the value is missing or invalid
     */
    protected abstract T typed(TypedWords words, Arguments before);

    /** @throws CommandException if the value is missing or invalid */
    protected abstract T submitted(FormInput form, Arguments before);

    /**
     * The form fields for this parameter; empty if a form does not ask for it.
     *
     * @param soFar the current input of a form that is being redrawn
     * @throws CommandException if there are no options
     */
    protected abstract List<LayoutBlock> fields(FormInput soFar, Arguments before);

    /** The value chosen so far, or the only possible one, for fields that depend on it. Null if there is none. */
    protected T chosen(FormInput soFar, Arguments before) {
        return null;
    }

    /** Whether the fields need a call to Slack. The form then opens without them, and they are added later. */
    protected boolean isSlow() {
        return false;
    }

    /** The value as typed words. */
    protected String toWords(T value) {
        return value.toString();
    }

    /** Whether this word was typed. A form does not ask for it, and its value is then false. */
    public static Parameter<Boolean> flag(String word) {
        return new Parameter<>(word, "[" + word + "]") {

            @Override
            protected Boolean typed(TypedWords words, Arguments before) {
                return words.take(word);
            }

            @Override
            protected Boolean submitted(FormInput form, Arguments before) {
                return false;
            }

            @Override
            protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
                return List.of();
            }
        };
    }
}
