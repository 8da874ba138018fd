package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that can be done after {@code /cert-admin} and in Home. Each is a bean; from its description come the typed
 * subcommand, its line in the help, the form, and what is said when an argument cannot be used.
 */
public interface AdminAction {

    /** Where Home offers it. */
    enum Place {
        /** Among what can be seen of a person; the first parameter is that person. */
        LOOK,
        /** Among what can be changed for a person; the first parameter is that person. */
        CHANGE,
        PEOPLE,
        REPORTS,
        PROGRAM
    }

    enum Rights {
        ADMIN,
        /** Who writes the courses; admins as well. */
        AUTHOR
    }

    /**
     * @param name the subcommand
     * @param label in Home, in at most 24 characters
     * @param help one line
     * @param parameters in the order in which they are typed and asked for
     */
    record Description(String name, String label, String help, Place place, List<Parameter<?>> parameters) {

        public Description(String name, String label, String help, Place place, Parameter<?>... parameters) {
            this(name, label, help, place, List.of(parameters));
        }

        public Description {
            parameters = List.copyOf(parameters);
        }

        /** What is typed, with its parameters. */
        String usage() {
            List<String> words = new ArrayList<>(List.of(name));
            parameters.stream().map(Parameter::usage).filter(usage -> !usage.isEmpty()).forEach(words::add);
            return String.join(" ", words);
        }
    }

    /**
     * Asked before it is done.
     *
     * @param question what was typed is answered with it, and {@code about}
     * @param about what would happen; the form says it as well
     * @param yes the button
     * @param box to be ticked in the form
     */
    record Confirmation(String question, String about, String yes, String box) {}

    /** @param words as typed after the subcommand; null to open the form */
    record HomeButton(Place place, String label, String words) {}

    Description description();

    /**
     * Does it: writes all there is to write, so that whatever runs after the answer only sends.
     *
     * @throws CommandException when it cannot be done
     */
    CommandResult run(Arguments arguments);

    default Rights rights() {
        return Rights.ADMIN;
    }

    /** The form's button. */
    default String submit() {
        return "Save";
    }

    /** Whether the subcommand alone opens the form, because what it needs cannot be typed. */
    default boolean isFormOnly() {
        return false;
    }

    /** Empty when it is done without asking again. */
    default Optional<Confirmation> confirmation(Arguments arguments) {
        return Optional.empty();
    }

    /** The form: its fields, and what is said around them. */
    default List<LayoutBlock> form(List<LayoutBlock> fields) {
        return fields;
    }

    /** On the admin's tab; those for one person are in that person's record. */
    default List<HomeButton> buttons() {
        Description description = description();
        Place place = description.place();
        return place == Place.LOOK || place == Place.CHANGE
                ? List.of()
                : List.of(new HomeButton(
                        place, description.label(), description.parameters().isEmpty() ? "" : null));
    }
}
