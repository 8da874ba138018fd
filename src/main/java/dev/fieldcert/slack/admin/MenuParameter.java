package dev.fieldcert.slack.admin;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import dev.fieldcert.slack.blockkit.Forms;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One option of a menu. A typed word can also select it. */
public class MenuParameter extends Parameter<String> {

    /** A menu with this action id redraws its form when an option is chosen. */
    public static final String REDRAW = "admin-redraw";

    private final String label;
    private final Function<Arguments, List<OptionObject>> options;
    private final BiFunction<String, Arguments, String> typed;
    private String hint = "";
    private Function<Arguments, Optional<String>> now = before -> Optional.empty();
    private boolean redraws;

    /**
     * @param options the menu's options; throws a {@link CommandException} if there are none
     * @param typed returns the option's value for a typed word; throws a {@link CommandException} if no option matches
     */
    public MenuParameter(
            String id,
            String usage,
            String label,
            Function<Arguments, List<OptionObject>> options,
            BiFunction<String, Arguments, String> typed) {
        super(id, usage);
        this.label = label;
        this.options = options;
        this.typed = typed;
    }

    public MenuParameter hint(String hint) {
        this.hint = hint;
        return this;
    }

    /** The initial choice. */
    public MenuParameter now(Function<Arguments, Optional<String>> now) {
        this.now = now;
        return this;
    }

    /** Redraws the form after each choice, because other fields depend on the value. */
    MenuParameter redrawing() {
        redraws = true;
        return this;
    }

    @Override
    protected String typed(TypedWords words, Arguments before) {
        return typed.apply(words.word().orElseThrow(() -> words.missing("Something is missing")), before);
    }

    @Override
    protected String submitted(FormInput form, Arguments before) {
        return form.text(id()).orElseThrow(() -> new CommandException("Choose one."));
    }

    @Override
    protected String chosen(FormInput soFar, Arguments before) {
        List<OptionObject> all = options.apply(before);
        return all.size() == 1 ? all.get(0).getValue() : soFar.text(id()).orElse(null);
    }

    @Override
    protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
        InputBlock field = Forms.field(
                id(),
                label,
                hint,
                false,
                Forms.menu(
                        redraws ? REDRAW : id(),
                        "Choose",
                        options.apply(before),
                        soFar.text(id()).or(() -> now.apply(before))));
        return List.of(redraws ? redrawing(field) : field);
    }

    /**
     * Makes Slack report each choice in this field, because other fields depend on it. The action id of the field's
     * element must be {@link #REDRAW}.
     */
    public static InputBlock redrawing(InputBlock field) {
        field.setDispatchAction(true);
        return field;
    }
}
