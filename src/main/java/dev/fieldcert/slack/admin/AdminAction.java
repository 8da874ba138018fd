package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One action of {@code /cert-admin} and Home. Each is a bean whose constructor describes it. The typed subcommand, its
 * line in the help, the form, and the errors for unusable arguments all come from that description.
 */
public abstract class AdminAction {

    /** Where Home offers it. */
    public enum Place {
        /** Shown in a person's record; that person is the only parameter. */
        LOOK,
        /** Changes a person's record; that person is the first parameter. */
        CHANGE,
        PEOPLE,
        REPORTS,
        /** What the program asks, and how well. */
        QUESTIONS,
        PROGRAM
    }

    public enum Rights {
        ADMIN,
        /** Authors, and admins as well. */
        AUTHOR
    }

    /**
     * A confirmation before the action runs.
     *
     * @param question answers a typed command, together with {@code about}
     * @param about what would happen; shown in the form, too
     * @param yes the button
     * @param box the label of the form's checkbox
     */
    public record Confirmation(String question, String about, String yes, String box) {}

    /** @param words what was typed after the subcommand; null opens the form */
    public record HomeButton(Place place, String label, String words) {}

    private final String name;
    private final String label;
    private final String help;
    private final Place place;
    private final List<Parameter<?>> parameters = new ArrayList<>();
    private final List<HomeButton> buttons = new ArrayList<>();
    private Rights rights = Rights.ADMIN;
    private String submit = "Save";
    private boolean formOnly;
    private Function<Arguments, CommandResult> operation;
    private Function<Arguments, Optional<Confirmation>> confirmation = said -> Optional.empty();
    private UnaryOperator<List<LayoutBlock>> form = fields -> fields;

    /**
     * @param name the subcommand
     * @param label in Home, in at most 24 characters
     * @param help one line
     */
    protected AdminAction(String name, String label, String help, Place place) {
        this.name = name;
        this.label = label;
        this.help = help;
        this.place = place;
    }

    /** The parameters in the order in which they are typed and shown. */
    protected final <T, P extends Parameter<T>> P takes(P parameter) {
        parameters.add(parameter);
        return parameter;
    }

    /**
     * Performs all writes, so that whatever runs after the answer only sends. May throw a {@link CommandException}.
     */
    protected final void does(Function<Arguments, CommandResult> operation) {
        this.operation = operation;
    }

    protected final void isAlsoForAuthors() {
        rights = Rights.AUTHOR;
    }

    public final boolean isForAuthors() {
        return rights == Rights.AUTHOR;
    }

    /** The subcommand alone opens the form, because its input cannot be typed. */
    protected final void isFormOnly() {
        formOnly = true;
    }

    /** The form's button. */
    protected final void submit(String label) {
        submit = label;
    }

    /** @param confirmation empty when it runs without asking */
    protected final void asksBefore(Function<Arguments, Optional<Confirmation>> confirmation) {
        this.confirmation = confirmation;
    }

    /** The text around the form's fields. */
    protected final void form(UnaryOperator<List<LayoutBlock>> form) {
        this.form = form;
    }

    /** A button on the admin's tab, in addition to or instead of the usual one. */
    protected final void homeButton(Place place, String label, String words) {
        buttons.add(new HomeButton(place, label, words));
    }

    public final String name() {
        return name;
    }

    public final String label() {
        return label;
    }

    final String help() {
        return help;
    }

    final Place place() {
        return place;
    }

    final Rights rights() {
        return rights;
    }

    final String submit() {
        return submit;
    }

    final boolean opensForm() {
        return formOnly;
    }

    final List<Parameter<?>> parameters() {
        return parameters;
    }

    /** What to type, with its parameters. */
    final String usage() {
        return Stream.concat(Stream.of(name), parameters.stream().map(Parameter::usage))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Actions for one person appear in that person's record. */
    public final List<HomeButton> buttons() {
        boolean isForOnePerson = place == Place.LOOK || place == Place.CHANGE;
        return isForOnePerson || !buttons.isEmpty()
                ? List.copyOf(buttons)
                : List.of(new HomeButton(place, label, parameters.isEmpty() ? "" : null));
    }

    final CommandResult run(Arguments arguments) {
        return operation.apply(arguments);
    }

    final Optional<Confirmation> confirmation(Arguments arguments) {
        return confirmation.apply(arguments);
    }

    final List<LayoutBlock> form(List<LayoutBlock> fields) {
        return form.apply(fields);
    }
}
