package dev.fieldcert.slack.admin.itemanalysis;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.FormInput;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.TypedWords;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds a course, an objective or an item by its name. If a name occurs more than once, it must be written as {@code
 * course/name}.
 */
@Component
class WhichItems {

    private final Programs programs;

    WhichItems(Programs programs) {
        this.programs = programs;
    }

    private record Named(String path, ItemsShown shown) {}

    /** @throws CommandException if nothing has this name, or more than one thing has it */
    ItemsShown find(String word) {
        List<Named> all = programs.current().courses().stream()
                .filter(course -> !course.coming())
                .flatMap(WhichItems::names)
                .toList();
        List<Named> found = all.stream()
                .filter(named -> named.path().equalsIgnoreCase(word))
                .toList();
        if (found.isEmpty()) {
            found = all.stream()
                    .filter(named -> named.path().endsWith("/" + word.toLowerCase(Locale.ROOT)))
                    .toList();
        }
        if (found.isEmpty()) {
            throw new CommandException("I can’t find a course, objective, or question called " + Sentences.quoted(word)
                    + ". To see the courses, type `/cert-admin items`.");
        }
        if (found.size() > 1) {
            throw new CommandException("There’s more than one " + Sentences.quoted(word) + ". Type one of these: "
                    + found.stream()
                            .limit(10)
                            .map(named -> "`/cert-admin items " + named.path() + "`")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return found.get(0).shown();
    }

    private static Stream<Named> names(Course course) {
        return Stream.concat(
                Stream.of(new Named(course.id(), new ItemsShown.OfCourse(course))),
                course.objectives().stream()
                        .flatMap(objective -> Stream.concat(
                                Stream.of(new Named(
                                        course.id() + "/" + objective.id(),
                                        new ItemsShown.OfObjective(course, objective))),
                                Stream.concat(objective.checkPool().stream(), objective.practice().stream())
                                        .map(question -> new Named(
                                                course.id() + "/" + question.id(),
                                                new ItemsShown.OfItem(course, question))))));
    }

    /** The name, or null if none was typed. No form asks for it, because buttons contain the name. */
    Parameter<String> parameter() {
        return new Parameter<>("items", "[course|objective|item]") {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                return words.word().orElse(null);
            }

            @Override
            protected String submitted(FormInput form, Arguments before) {
                return null;
            }

            @Override
            protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
                return List.of();
            }
        };
    }
}
