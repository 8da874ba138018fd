package dev.fieldcert.slack.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The value of each of an action's parameters. */
public final class Arguments {

    private final String by;
    private final boolean typed;
    private final Map<Parameter<?>, Object> values = new HashMap<>();

    private Arguments(String by, boolean typed) {
        this.by = by;
        this.typed = typed;
    }

    /** @throws CommandException if something is missing or invalid */
    static Arguments typed(String by, AdminAction action, String words) {
        Arguments arguments = new Arguments(by, true);
        TypedWords rest = TypedWords.of(words, action.usage());
        action.parameters().forEach(parameter -> arguments.values.put(parameter, parameter.typed(rest, arguments)));
        rest.checkThatEverybodyIsTaken();
        return arguments;
    }

    /** @throws CommandException if something is missing or invalid; its {@code field} is always set */
    static Arguments submitted(String by, List<Parameter<?>> parameters, FormInput form) {
        Arguments arguments = new Arguments(by, false);
        for (Parameter<?> parameter : parameters) {
            try {
                arguments.values.put(parameter, parameter.submitted(form, arguments));
            } catch (CommandException refused) {
                throw refused.field() == null ? refused.at(parameter.id()) : refused;
            }
        }
        return arguments;
    }

    /** The values that an unfinished form holds so far. */
    static Arguments soFar(String by, List<Parameter<?>> parameters, FormInput form) {
        Arguments arguments = new Arguments(by, false);
        parameters.forEach(parameter -> arguments.values.put(parameter, parameter.chosen(form, arguments)));
        return arguments;
    }

    /** The id of the person who runs the action. */
    public String by() {
        return by;
    }

    /**
     * Whether the arguments were typed. If not, they come from a form, which must be answered within three seconds.
     */
    public boolean isTyped() {
        return typed;
    }

    public <T> T get(Parameter<T> parameter) {
        return find(parameter)
                .orElseThrow(() -> new IllegalArgumentException("Nothing is said about " + parameter.id()));
    }

    @SuppressWarnings("unchecked") // Each value was made by the parameter it stands under.
    public <T> Optional<T> find(Parameter<T> parameter) {
        return Optional.ofNullable((T) values.get(parameter));
    }

    /** The arguments as typed words, which parse to the same values. */
    String toWords(List<Parameter<?>> parameters) {
        return parameters.stream().map(this::word).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private <T> String word(Parameter<T> parameter) {
        return find(parameter).map(parameter::toWords).orElse(null);
    }
}
