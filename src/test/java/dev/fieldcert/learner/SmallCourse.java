package dev.fieldcert.learner;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import dev.fieldcert.curriculum.AssessmentRules;
import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.MasteryRule;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.SomeQuestions;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.curriculum.versions.Programs;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The program of the use cases' tests: a path of two courses with a certificate, and a course that is still being written.
 * The first course has two objectives with questions; the second of them has an assignment.
 */
public final class SmallCourse {

    public static final String PATH = "basics";
    public static final String COURSE = "plans";
    public static final String OTHER = "talks";
    public static final String COMING = "later";
    public static final String FIRST = "first";
    public static final String SECOND = "second";

    public static final AssessmentRules RULES =
            new AssessmentRules(new MasteryRule(List.of(new MasteryRule.Way(2, 2))), 2, Duration.ofHours(24), 1);

    private SmallCourse() {}

    /** The statement is true. */
    public static Question question(String id) {
        return new TrueFalse(id, "It is.", Optional.empty(), true, "It looks otherwise.", "It is.");
    }

    private static List<Question> questions(String prefix, int count) {
        List<Question> questions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            questions.add(question(prefix + i));
        }
        return questions;
    }

    public static Objective objective(String id, Optional<Assignment> assignment) {
        return new Objective(
                id,
                "Objective " + id,
                "",
                List.of(),
                List.of(),
                new Lesson(List.of(new Lesson.Card("One", "1"), new Lesson.Card("Two", "2")), List.of()),
                questions(id + "-p", 5),
                questions(id + "-c", 3),
                assignment);
    }

    /** Eight points pass; the second criterion wants three. */
    public static Assignment assignment() {
        return new Assignment(
                "plan",
                "A plan",
                "Plan it.",
                List.of(
                        new Assignment.Criterion("aim", "Aim", "", 1, List.of("a", "b", "c", "d")),
                        new Assignment.Criterion("proof", "Proof", "", 3, List.of("a", "b", "c", "d")),
                        new Assignment.Criterion("style", "Style", "", 1, List.of("a", "b", "c", "d"))),
                8,
                "1");
    }

    public static BadgeDefinition badge(String id, int months) {
        return new BadgeDefinition(
                id,
                "Badge " + id,
                BadgeDefinition.Kind.COURSE,
                101,
                "",
                "",
                Period.ofMonths(months),
                List.of(),
                List.of(),
                false);
    }

    public static Course course(String id, boolean coming, List<Objective> objectives) {
        return new Course(id, "Course " + id, "", coming, false, 3, RULES, badge(id + "-101", 12), objectives);
    }

    public static Course course() {
        return course(
                COURSE,
                false,
                List.of(objective(FIRST, Optional.empty()), objective(SECOND, Optional.of(assignment()))));
    }

    /** One objective, whose practice holds a scenario and a question in words beside the statements. */
    public static Course other() {
        Objective plain = objective("talk", Optional.empty());
        Objective mixed = new Objective(
                plain.id(),
                plain.title(),
                "",
                List.of(),
                List.of(),
                plain.lesson(),
                List.of(SomeQuestions.scenario()),
                List.of(SomeQuestions.numeric()),
                Optional.empty());
        return course(OTHER, false, List.of(mixed));
    }

    public static Program program() {
        return program("v1");
    }

    public static Program program(String version) {
        return new Program(
                version,
                "small",
                "Small",
                List.of(
                        new LearningPath(
                                PATH,
                                "Basics",
                                "",
                                List.of(COURSE, OTHER),
                                Optional.of(badge("basics-certificate", 24))),
                        new LearningPath("extra", "Extra", "", List.of(OTHER), Optional.empty())),
                List.of(course(), other(), course(COMING, true, List.of())),
                List.of(),
                List.of());
    }

    /** Teaches this, and remembers no other version. */
    public static Programs taught(Program program) {
        Programs programs = mock(Programs.class);
        lenient().when(programs.current()).thenReturn(program);
        lenient()
                .when(programs.version(anyString()))
                .thenAnswer(call ->
                        Optional.of(program).filter(known -> known.version().equals(call.getArgument(0))));
        lenient().when(programs.filed(anyString())).thenAnswer(call -> programs.version(call.getArgument(0)));
        return programs;
    }

    public static Programs taught() {
        return taught(program());
    }
}
