package dev.fieldcert.learner.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.fieldcert.ShortForm;
import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.curriculum.AssessmentRules;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.InMemoryLearners;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.learner.certification.EarnBadges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of learners take the check through the use cases themselves. What is expected of them is worked out here by
 * hand, not by the code that decides: 4 right of 4, or one miss among the first four and then three right.
 */
class SimulatedLearnersTest {

    private static final String COURSE = "simulated";
    private static final int OBJECTIVES = 3;
    private static final int SOME = ShortForm.of(4000);
    /** Standard errors: a rate lies further off once in 16,000 times. */
    private static final double FAR = 4;

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final Random random = new Random(14);
    private final Programs programs = taught();
    private final EarnBadges earnBadges = new EarnBadges(programs);
    private int atOnce;
    private int inTime;
    private int longest;

    private static Programs taught() {
        List<Objective> objectives = IntStream.rangeClosed(1, OBJECTIVES)
                .mapToObj(number -> new Objective(
                        "o" + number,
                        "Objective " + number,
                        "",
                        List.of(),
                        List.of(),
                        new Lesson(List.of(), List.of()),
                        List.of(),
                        pool("o" + number),
                        Optional.empty()))
                .toList();
        Course course = new Course(
                COURSE,
                "Simulated",
                "",
                false,
                false,
                3,
                AssessmentRules.DEFAULT,
                SmallCourse.badge("simulated-101", 12),
                objectives);
        Program program = new Program("v1", "sim", "Sim", List.of(), List.of(course), List.of(), List.of());
        Programs programs = mock(Programs.class, withSettings().stubOnly());
        when(programs.current()).thenReturn(program);
        when(programs.version(anyString())).thenReturn(Optional.of(program));
        return programs;
    }

    private static List<Question> pool(String objective) {
        return IntStream.rangeClosed(1, 15)
                .mapToObj(number -> SmallCourse.question(objective + "-c" + number))
                .toList();
    }

    /** @param right how probably this learner answers a question of an objective rightly */
    private void take(int learners, ToDoubleFunction<String> right) {
        atOnce = 0;
        inTime = 0;
        longest = 0;
        for (int i = 0; i < learners; i++) {
            int attempts = attempts(new Learner("U" + i), right);
            atOnce += attempts == 1 ? 1 : 0;
            inTime += attempts > 0 ? 1 : 0;
        }
    }

    /** How many attempts it took to the badge; 0 when there is none. */
    private int attempts(Learner learner, ToDoubleFunction<String> right) {
        InMemoryLearners learners = new InMemoryLearners(clock);
        StartAttempt start = new StartAttempt(learners, programs, earnBadges, clock, random::nextLong);
        AnswerQuestion answer =
                new AnswerQuestion(learners, programs, new FinishAttempt(earnBadges, clock), clock, random::nextLong);
        learners.know(learner);
        learner.enrollInCourse(COURSE, learner.id(), null, clock.instant());
        for (int attempt = 1; attempt <= 3; attempt++) {
            CourseProgress progress = learner.course(COURSE).orElseThrow();
            IntStream.rangeClosed(1, OBJECTIVES).forEach(number -> progress.learn("o" + number));
            assertThat(start.check(learner.id(), COURSE).result()).isInstanceOf(StartAttempt.Outcome.Started.class);
            int asked = 0;
            for (Optional<Attempt> run = progress.attempt(); run.isPresent(); run = progress.attempt()) {
                Attempt.Item item = run.get().items().get(run.get().position());
                boolean hit = random.nextDouble() < right.applyAsDouble(item.objective());
                answer.answer(
                        learner,
                        run.get().id(),
                        run.get().position(),
                        Answer.Chosen.of(String.valueOf(hit)),
                        null,
                        null);
                asked++;
            }
            longest = Math.max(longest, asked);
            if (learner.completion(COURSE).isPresent()) {
                return attempt;
            }
            clock.advance(Duration.ofHours(24));
        }
        return 0;
    }

    private static double shown(double p) {
        return Math.pow(p, 4) + 4 * Math.pow(p, 3) * (1 - p) * Math.pow(p, 3);
    }

    private static double shownInThree(double p) {
        return 1 - Math.pow(1 - shown(p), 3);
    }

    private static void assertRate(int cases, int of, double expected) {
        double error = Math.sqrt(expected * (1 - expected) / of);
        assertThat((double) cases / of).isCloseTo(expected, within(FAR * error));
    }

    @Test
    void whoIsRightTwoTimesInThree() {
        take(SOME, objective -> 0.65);

        assertRate(atOnce, SOME, Math.pow(shown(0.65), OBJECTIVES));
        assertRate(inTime, SOME, Math.pow(shownInThree(0.65), OBJECTIVES));
        assertThat(longest).isBetween(18, 21);
    }

    @Test
    void whoIsRightNineTimesInTen() {
        take(SOME, objective -> 0.9);

        assertRate(atOnce, SOME, Math.pow(shown(0.9), OBJECTIVES));
        assertRate(inTime, SOME, Math.pow(shownInThree(0.9), OBJECTIVES));
    }

    @Test
    void whoKnowsAllButOneObjective() {
        take(SOME, objective -> objective.equals("o2") ? 0.3 : 0.93);

        assertRate(atOnce, SOME, shown(0.3) * Math.pow(shown(0.93), OBJECTIVES - 1));
        assertRate(inTime, SOME, shownInThree(0.3) * Math.pow(shownInThree(0.93), OBJECTIVES - 1));
    }
}
