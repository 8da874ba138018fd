package dev.fieldcert.slack.admin;

import static dev.fieldcert.slack.blockkit.Blocks.option;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The parameters that admin actions share. */
@Component
public class Parameters {

    private static final int TITLE = 50;
    private static final String NOBODY = "none";

    private final RecipientResolver recipients;
    private final Learners learners;
    private final Programs programs;
    private final EnrollLearner enrollLearner;
    private final Clock clock;

    Parameters(
            RecipientResolver recipients,
            Learners learners,
            Programs programs,
            EnrollLearner enrollLearner,
            Clock clock) {
        this.recipients = recipients;
        this.learners = learners;
        this.programs = programs;
        this.enrollLearner = enrollLearner;
        this.clock = clock;
    }

    /** The person whom the action concerns. */
    public Parameter<String> person() {
        return person("@user", "Name one person");
    }

    /** @param wanted the request in the refusal when nobody was named, such as "Name one person" */
    public Parameter<String> person(String usage, String wanted) {
        return new PersonParameter(usage) {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                return recipients.onePerson(words.mention().orElseThrow(() -> words.missing(wanted)));
            }
        };
    }

    /** A person, or this word, which is then the value itself. */
    public Parameter<String> personOr(String word) {
        Parameter<String> person = person();
        return new PersonParameter(person.usage() + "|" + word) {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                return words.take(word) ? word : person.typed(words, before);
            }
        };
    }

    /** A person; may be left out when typed. */
    public Parameter<String> personIfAny() {
        Parameter<String> person = person();
        return new PersonParameter("[" + person.usage() + "]") {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                return words.isEmpty() ? null : person.typed(words, before);
            }
        };
    }

    /** A person who has a record. Changing anybody else would create a learner. */
    public Parameter<String> learner() {
        Parameter<String> person = person();
        return new PersonParameter(person.usage()) {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                return record(person.typed(words, before)).id();
            }

            @Override
            protected String submitted(FormInput form, Arguments before) {
                return record(person.submitted(form, before)).id();
            }
        };
    }

    /** A person, or null for nobody. */
    public Parameter<String> personOrNobody(
            String usage, String label, String wanted, Function<Arguments, Optional<String>> now) {
        return new Parameter<>("other", usage) {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                Optional<Mention> mention = words.mention();
                if (mention.isEmpty() && !words.take(NOBODY)) {
                    throw words.missing(wanted);
                }
                return mention.map(recipients::onePerson).orElse(null);
            }

            @Override
            protected String submitted(FormInput form, Arguments before) {
                return form.text(id()).orElse(null);
            }

            @Override
            protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
                return List.of(Forms.field(
                        id(),
                        label,
                        "Leave blank if there’s no manager.",
                        true,
                        Forms.person(id(), "Nobody", now.apply(before).orElse(null))));
            }
        };
    }

    /**
     * Finds the person's record. A repeated command may have emptied the record on its first run. It is accepted all
     * the same, so that it can report its stored result.
     *
     * @throws CommandException if there is no record
     */
    private Learner record(String person) {
        return learners.find(person)
                .filter(learner -> learner.hasAnything() || isAgain(learner))
                .orElseThrow(() -> new CommandException(
                        Mrkdwn.person(person) + " isn’t enrolled in anything, so there’s nothing to change."));
    }

    private static boolean isAgain(Learner learner) {
        return learner.resultOf(StoredResult.class).isPresent();
    }

    /** A path or course that the person is enrolled in. */
    public Parameter<String> underWay(Parameter<String> person) {
        return new MenuParameter(
                "target",
                "<path|course>",
                "Path or course",
                before -> something(before.get(person), underWay(record(before.get(person)))),
                (word, before) -> record(before.get(person)).course(word).isPresent() ? word : target(word));
    }

    private List<OptionObject> underWay(Learner learner) {
        List<OptionObject> options = new ArrayList<>();
        learner.paths().stream()
                .filter(path -> path.certificate().isEmpty())
                .forEach(path -> options.add(target("Path: ", path.path(), path.due())));
        learner.courses()
                .forEach(course ->
                        options.add(target("", course.course(), course.due().orElse(null))));
        return options;
    }

    private OptionObject target(String kind, String id, LocalDate due) {
        return option(kind + Blocks.cut(title(id), TITLE) + (due == null ? "" : ", due " + Dates.date(due)), id);
    }

    /** One of the person's courses whose check has not been passed yet. */
    public Parameter<String> checkOpen(Parameter<String> person) {
        return new MenuParameter(
                "target",
                "<course>",
                "Course",
                before -> something(
                        before.get(person),
                        record(before.get(person)).courses().stream()
                                .filter(course -> course.checkPassedAt().isEmpty())
                                .flatMap(course -> programs.current().course(course.course()).stream()
                                        .map(known -> option(
                                                Blocks.cut(known.title(), TITLE) + ", "
                                                        + Sentences.count(
                                                                course.attemptsLeft(known), "attempt", "attempts")
                                                        + " left",
                                                known.id())))
                                .toList()),
                (word, before) -> course(word).id());
    }

    /** One of the person's courses. The choice of objectives depends on it. */
    public Parameter<String> courseOf(Parameter<String> person) {
        return new MenuParameter(
                        "target",
                        "<course>",
                        "Course",
                        before -> something(
                                before.get(person),
                                record(before.get(person)).courses().stream()
                                        .flatMap(course -> programs.current().course(course.course()).stream())
                                        .map(course -> option(course.title(), course.id()))
                                        .toList()),
                        (word, before) -> course(word).id())
                .redrawing();
    }

    private static List<OptionObject> something(String person, List<OptionObject> options) {
        if (options.isEmpty()) {
            throw new CommandException(Mrkdwn.person(person) + " has nothing like that in progress.");
        }
        return options;
    }

    /** A published course. The choice of objectives depends on it. */
    public Parameter<String> course() {
        return new MenuParameter(
                        "target",
                        "<course>",
                        "Course",
                        before -> programs.current().courses().stream()
                                .filter(course -> !course.coming())
                                .map(course -> option(course.title(), course.id()))
                                .toList(),
                        (word, before) -> course(word).id())
                .redrawing();
    }

    /** An objective of the course that the person has not finished. */
    public Parameter<String> openObjective(Parameter<String> person, Parameter<String> course) {
        return objective(
                course,
                (said, known) -> record(said.get(person)).course(known.id()).stream()
                        .flatMap(progress -> known.objectives().stream().filter(each -> progress.isOpen(each)))
                        .toList(),
                "They’ve finished every objective in this course.");
    }

    /**
     * @param open returns the objectives to offer in the form
     * @param nothing the text that the form shows if there are none
     */
    public Parameter<String> objective(
            Parameter<String> course, BiFunction<Arguments, Course, List<Objective>> open, String nothing) {
        return new Parameter<>("objective", "<objective>") {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                Course known = course(before.get(course));
                Optional<String> word = words.word();
                return word.flatMap(id -> known.objective(id.toLowerCase(Locale.ROOT)))
                        .orElseThrow(() -> new CommandException(
                                word.map(id -> "*" + Mrkdwn.escape(known.title()) + "* has no objective called "
                                                        + Sentences.quoted(id) + ". Its objectives are:")
                                                .orElse("Which objective? The course has:")
                                        + "\n" + Sentences.objectives(known) + "\nNothing was changed."))
                        .id();
            }

            @Override
            protected String submitted(FormInput form, Arguments before) {
                return form.text(field(before.get(course)))
                        .orElseThrow(() ->
                                new CommandException("Choose a course, then one of its objectives.").at(course.id()));
            }

            @Override
            protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
                Optional<Course> known = before.find(course).flatMap(programs.current()::course);
                if (known.isEmpty()) {
                    return List.of();
                }
                List<OptionObject> options = open.apply(before, known.get()).stream()
                        .map(objective -> option(objective.title(), objective.id()))
                        .toList();
                return List.of(
                        options.isEmpty()
                                ? Blocks.text(nothing)
                                : Forms.field(
                                        field(known.get().id()),
                                        "Objective",
                                        "",
                                        false,
                                        Forms.menu(id(), "Choose", options, Optional.empty())));
            }

            /** A separate field for each course, so that a choice made for one is not left in another. */
            private String field(String courseId) {
                return id() + ":" + courseId;
            }
        };
    }

    /** A path or course that can be enrolled in. */
    public Parameter<String> enrollable(String usage, String label, String placeholder, boolean optional) {
        return new MenuParameter("target", usage, label, before -> enrollable(), (words, before) -> target(words)) {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                Program program = programs.current();
                String typed = words.before("due");
                if (typed.isBlank()) {
                    throw new CommandException("In which path or course? Here’s what there is:\n"
                            + Sentences.targets(program) + "\nNothing was changed.");
                }
                String target = target(typed);
                if (program.published(target).isEmpty()) {
                    throw new CommandException("*" + Mrkdwn.escape(title(target))
                            + "* isn’t ready yet, so nobody can be enrolled in it. Nothing was changed.");
                }
                return target;
            }

            @Override
            protected String submitted(FormInput form, Arguments before) {
                Optional<String> target = form.text(id());
                if (target.isEmpty()
                        ? !optional
                        : programs.current().published(target.get()).isEmpty()) {
                    throw new CommandException("Nobody can be enrolled in that right now.");
                }
                return target.orElse(null);
            }

            @Override
            protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
                return List.of(Forms.field(
                        id(), label, "", optional, Forms.menu(id(), placeholder, enrollable(), Optional.empty())));
            }
        };
    }

    private List<OptionObject> enrollable() {
        Program program = programs.current();
        return Stream.concat(
                        program.paths().stream()
                                .filter(path -> !program.published(path.id()).isEmpty())
                                .map(path -> option("Path: " + path.title(), path.id())),
                        program.courses().stream()
                                .filter(course -> !course.coming())
                                .map(course -> option(course.title(), course.id())))
                .toList();
    }

    private String target(String words) {
        return enrollLearner
                .targetFor(words)
                .orElseThrow(() -> new CommandException(
                        "I don’t know a path or course called " + Sentences.quoted(words) + ". Here’s what there is:\n"
                                + Sentences.targets(programs.current()) + "\nNothing was changed."));
    }

    private Course course(String word) {
        return programs.current()
                .course(target(word))
                .orElseThrow(() -> new CommandException(
                        Sentences.quoted(word) + " is a path. Name one of its courses. Nothing was changed."));
    }

    public String title(String target) {
        return Sentences.title(programs.current(), target);
    }

    public String title(String course, String objective) {
        return programs.current()
                .course(course)
                .flatMap(known -> known.objective(objective))
                .map(Objective::title)
                .orElse(objective);
    }

    /** A future day, or null for no due date. */
    public Parameter<LocalDate> dueOrNone() {
        return DueParameter.orNone(clock);
    }

    /** A future day, typed after the word {@code due}; null if it is missing. */
    public Parameter<LocalDate> due(String usage, String label) {
        return DueParameter.optional(clock, usage, label);
    }
}
