package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** An input of an admin action: how it is typed, and how a form asks for it. Absent values are null. */
public abstract class Parameter<T> {

    private final String id;
    private final String usage;

    /**
     * @param id block id of its field, under which the form shows errors
     * @param usage how the help shows it: {@code <course>}; empty when it cannot be typed
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
     * Parses its part of the typed words.
     *
     * @param before the parameters before this one
     * @throws CommandException when it is missing or invalid
     */
    protected abstract T typed(TypedWords words, Arguments before);

    /** @throws CommandException when it is missing or invalid */
    protected abstract T submitted(FormInput form, Arguments before);

    /**
     * Its fields; none when a form does not ask for it.
     *
     * @param soFar the form's current input when it is redrawn
     * @throws CommandException when there are no options
     */
    protected abstract List<LayoutBlock> fields(FormInput soFar, Arguments before);

    /** The value chosen so far, or the only possible one: other fields may depend on it. Null for none. */
    protected T chosen(FormInput soFar, Arguments before) {
        return null;
    }

    /** Whether its fields need a call to Slack; the form opens without them, and they follow. */
    protected boolean isSlow() {
        return false;
    }

    /** The value as typed words. */
    protected String toWords(T value) {
        return value.toString();
    }

    /** Whether this word was typed; forms do not ask for it. */
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
