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
 * One thing that can be done after {@code /cert-admin} and in Home. Each is a bean whose constructor describes it; from that
 * come the typed subcommand, its line in the help, the form, and what is said when an argument cannot be used.
 */
public abstract class AdminAction {

    /** Where Home offers it. */
    public enum Place {
        /** Among what can be seen of a person; that person is the only parameter. */
        LOOK,
        /** Among what can be changed for a person; that person is the first parameter. */
        CHANGE,
        PEOPLE,
        REPORTS,
        PROGRAM
    }

    public enum Rights {
        ADMIN,
        /** Who writes the courses; admins as well. */
        AUTHOR
    }

    /**
     * Asked before it is done.
     *
     * @param question a typed command is answered with it, and {@code about}
     * @param about what would happen; the form says it as well
     * @param yes the button
     * @param box to be ticked in the form
     */
    public record Confirmation(String question, String about, String yes, String box) {}

    /** @param words as typed after the subcommand; null to open the form */
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

    /** In the order in which they are typed and asked for. */
    protected final <T, P extends Parameter<T>> P takes(P parameter) {
        parameters.add(parameter);
        return parameter;
    }

    /** Writes all there is to write, so that whatever runs after the answer only sends; may throw a {@link CommandException}. */
    protected final void does(Function<Arguments, CommandResult> operation) {
        this.operation = operation;
    }

    protected final void isAlsoForAuthors() {
        rights = Rights.AUTHOR;
    }

    /** The subcommand alone opens the form, because what it needs cannot be typed. */
    protected final void isFormOnly() {
        formOnly = true;
    }

    /** The form's button. */
    protected final void submit(String label) {
        submit = label;
    }

    /** @param confirmation empty when it is done without asking again */
    protected final void asksBefore(Function<Arguments, Optional<Confirmation>> confirmation) {
        this.confirmation = confirmation;
    }

    /** What the form says around its fields. */
    protected final void form(UnaryOperator<List<LayoutBlock>> form) {
        this.form = form;
    }

    /** A button on the admin's tab, beside or instead of the usual one. */
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

    /** What is typed, with its parameters. */
    final String usage() {
        return Stream.concat(Stream.of(name), parameters.stream().map(Parameter::usage))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Those for one person are in that person's record. */
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
