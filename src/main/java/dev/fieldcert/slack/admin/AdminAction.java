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
 * One action of {@code /cert-admin} and Home. Each action is a bean that describes itself in its constructor. Its
 * typed subcommand, its line in the help, its form, and the errors for unusable arguments are all generated from that
 * description.
 */
public abstract class AdminAction {

    /** Where Home offers the action. */
    public enum Place {
        /** Shown in a person's record; that person is the only parameter. */
        LOOK,
        /** Changes a person's record; that person is the first parameter. */
        CHANGE,
        PEOPLE,
        REPORTS,
        /** Concerns the quality of the program's questions. */
        QUESTIONS,
        PROGRAM
    }

    public enum Rights {
        ADMIN,
        /** For authors and for admins. */
        AUTHOR
    }

    /**
     * A confirmation before the action runs.
     *
     * @param question shown with {@code about} in reply to a typed command
     * @param about what the action would do; also shown in the form
     * @param yes the label of the confirm button
     * @param box the label of the form's checkbox
     */
    public record Confirmation(String question, String about, String yes, String box) {}

    /**
     * @param words the typed words that the button runs, without the subcommand; if null, the button opens the form
     */
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
     * @param label shown in Home; at most 24 characters
     * @param help one line that describes the subcommand
     */
    protected AdminAction(String name, String label, String help, Place place) {
        this.name = name;
        this.label = label;
        this.help = help;
        this.place = place;
    }

    /** Adds a parameter. Parameters are typed, and shown in the form, in the order in which they are added. */
    protected final <T, P extends Parameter<T>> P takes(P parameter) {
        parameters.add(parameter);
        return parameter;
    }

    /**
     * @param operation performs all writes, so that {@link CommandResult#after} only sends messages; may throw a
     *     {@link CommandException}
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

    /** Makes the subcommand open the form, because the input cannot be typed. */
    protected final void isFormOnly() {
        formOnly = true;
    }

    /** Sets the label of the form's submit button. */
    protected final void submit(String label) {
        submit = label;
    }

    /** @param confirmation empty if the action runs without confirmation */
    protected final void asksBefore(Function<Arguments, Optional<Confirmation>> confirmation) {
        this.confirmation = confirmation;
    }

    /** @param form adds text around the form's fields */
    protected final void form(UnaryOperator<List<LayoutBlock>> form) {
        this.form = form;
    }

    /** Adds a button to the admin's tab. Without any such call, the action has one button with its own label. */
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

    /** What to type: the subcommand and its parameters. */
    final String usage() {
        return Stream.concat(Stream.of(name), parameters.stream().map(Parameter::usage))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /**
     * The action's buttons in Home. An action for one person has none by default, because the person's record offers
     * it.
     */
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
