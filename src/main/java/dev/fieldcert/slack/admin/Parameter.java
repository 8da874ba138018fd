package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** One thing an admin action needs to know: how it is typed, and how a form asks for it. Absent values are null. */
public abstract class Parameter<T> {

    private final String id;
    private final String usage;

    /**
     * @param id block id of its field, below which the form says what is wrong with it
     * @param usage how the help writes it: {@code <course>}; empty when it cannot be typed
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
     * Takes its part of what was typed.
     *
     * @param before the parameters before this one
     * @throws CommandException when it is missing or cannot be used
     */
    protected abstract T typed(TypedWords words, Arguments before);

    /** @throws CommandException when it is missing or cannot be used */
    protected abstract T submitted(FormInput form, Arguments before);

    /**
     * Its fields; none when a form does not ask for it.
     *
     * @param soFar what the form says already, when it is drawn again
     * @throws CommandException when there is nothing to choose from
     */
    protected abstract List<LayoutBlock> fields(FormInput soFar, Arguments before);

    /** What a form says already, or cannot but say: other fields may depend on it. Null for nothing. */
    protected T chosen(FormInput soFar, Arguments before) {
        return null;
    }

    /** Whether its fields take a call to Slack: the form then opens without them, and they follow. */
    protected boolean isSlow() {
        return false;
    }

    /** A value as it could be typed. */
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
