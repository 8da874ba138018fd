package dev.fieldcert.slack;

import dev.fieldcert.curriculum.AssessmentRules;
import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.SomeQuestions;
import dev.fieldcert.slack.blockkit.When;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** A small program made by hand: one path, one course with two objectives, one more that is still being written. */
public final class SomeCourse {

    /** A Monday morning. */
    public static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    public static final When WHEN = When.in("Europe/Berlin", NOW);

    private SomeCourse() {}

    public static Objective plans() {
        return new Objective(
                "plans",
                "Differentiate territory & account planning",
                "Which plan did you last change?",
                List.of("account-planning"),
                List.of("discovery"),
                new Lesson(
                        List.of(
                                new Lesson.Card(
                                        "Three plans, three questions",
                                        "A **territory plan** asks *where*; see [the page](https://example.com/plans).\n\n"
                                                + "| Plan | Asks |\n|---|---|\n| Territory | Where? |\n| Account | How? |"),
                                new Lesson.Card("An example", "Northwind has 40 accounts & one seller."),
                                new Lesson.Card(
                                        "What people get wrong", "- They plan deals\n- and call it a territory")),
                        List.of(
                                new Lesson.Source("Account planning", "https://example.com/account", "2020 text"),
                                new Lesson.Source("Territory | planning", "https://example.com/territory", ""))),
                SomeQuestions.ofEachKind().subList(0, 5),
                SomeQuestions.ofEachKind().subList(5, 9),
                Optional.empty());
    }

    public static Objective territoryPlan() {
        return new Objective(
                "territory-plan",
                "Create and present a territory plan",
                "",
                List.of(),
                List.of(),
                new Lesson(List.of(new Lesson.Card("One page", "A plan fits on one page.")), List.of()),
                List.of(),
                List.of(),
                Optional.of(assignment()));
    }

    public static Assignment assignment() {
        return new Assignment(
                "territory-plan",
                "Create and present a territory plan",
                "Choose **one** vertical and plan its next two quarters.",
                List.of(
                        criterion("priorities", "Priorities"),
                        criterion("evidence", "Evidence & sources", 2),
                        criterion("actions", "Actions"),
                        criterion("presentation", "Presentation")),
                12,
                "1");
    }

    private static Assignment.Criterion criterion(String id, String title) {
        return criterion(id, title, 1);
    }

    private static Assignment.Criterion criterion(String id, String title, int atLeast) {
        return new Assignment.Criterion(
                id, title, "", atLeast, List.of("None.", "Some.", "Most.", "All, and says *why*."));
    }

    public static BadgeDefinition badge() {
        return badge("plans-101", "Planning", BadgeDefinition.Kind.COURSE);
    }

    public static BadgeDefinition certificate() {
        return badge("pipeline-certificate", "Pipeline Generation & Qualification", BadgeDefinition.Kind.PATH);
    }

    private static BadgeDefinition badge(String id, String name, BadgeDefinition.Kind kind) {
        return new BadgeDefinition(
                id,
                name,
                kind,
                101,
                "Plans where to spend the year, and why.",
                "Passed the check.",
                Period.ofMonths(12),
                List.of(),
                List.of(),
                true);
    }

    public static Course course() {
        return course("plans", "Plans & Territories", false, false);
    }

    public static Course course(String id, String title, boolean coming, boolean testOutFirst) {
        return new Course(
                id,
                title,
                "Know the three plans apart.",
                coming,
                testOutFirst,
                3,
                AssessmentRules.DEFAULT,
                badge(),
                List.of(plans(), territoryPlan()));
    }

    public static Program program() {
        return new Program(
                "v1",
                "some",
                "Field Certification",
                List.of(
                        new LearningPath(
                                "pipeline",
                                "Pipeline Generation & Qualification",
                                "To a forecast you can stand behind.",
                                List.of("plans", "later"),
                                Optional.of(certificate())),
                        new LearningPath(
                                "use-cases",
                                "Customer Use Case Training",
                                "Who asks for it.",
                                List.of("use-case-ci"),
                                Optional.empty())),
                List.of(
                        course(),
                        course("later", "A later course", true, false),
                        course("use-case-ci", "Continuous Integration", false, true)),
                List.of(),
                List.of());
    }
}
