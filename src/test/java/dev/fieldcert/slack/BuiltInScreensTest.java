package dev.fieldcert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.slack.api.util.json.GsonFactory;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.RightAnswer;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.Stimulus;
import dev.fieldcert.curriculum.question.WrongAnswer;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.local.workspace.blockkit.SlackRules;
import dev.fieldcert.slack.assignment.AssignmentMessages;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.ReadAloud;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.lesson.LessonMessages;
import dev.fieldcert.slack.quiz.QuizMessages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each card and each question of the shipped program, as it is drawn: within Slack's limits, and whole in its text. */
class BuiltInScreensTest {

    private static final List<Long> SEEDS = List.of(1L, 7L, 42L);
    private static final Gson SLACK = GsonFactory.createSnakeCase();
    private static final Program PROGRAM =
            CurriculumReader.read(ProgramFiles.builtIn()).program().orElseThrow();

    private static Stream<Course> courses() {
        return PROGRAM.courses().stream();
    }

    private static void assertPostable(String what, SlackMessage message) {
        JsonArray blocks = SLACK.toJsonTree(message.blocks()).getAsJsonArray();
        assertThat(SlackRules.problemsOfMessage(blocks)).as(what).isEmpty();
        assertThat(ReadAloud.unsaid(message.text(), blocks))
                .as("%s: the text lacks", what)
                .isEmpty();
        assertThat(message.text().length()).as(what).isLessThanOrEqualTo(4000);
        assertThat(blocks).as(what).allSatisfy(block -> {
            // Labels may be short: what they stand for is written out in a section.
            if (!block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                assertThat(block.toString()).doesNotContain("…\"");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("courses")
    void eachLessonCardCanBePosted(Course course) {
        for (Objective objective : course.objectives()) {
            for (int card = 0; card < objective.lesson().cards().size(); card++) {
                assertPostable(objective.id() + " card " + card, LessonMessages.card(course, objective, card));
                assertPostable(objective.id() + " read card " + card, LessonMessages.cardDone(course, objective, card));
            }
            if (objective.assignment().isPresent()) {
                assertPostable(objective.id() + " assignment", AssignmentMessages.task(course, objective, true));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("courses")
    void eachQuestionCanBeAskedAndMarked(Course course) {
        for (Objective objective : course.objectives()) {
            for (long seed : SEEDS) {
                objective
                        .practice()
                        .forEach(question -> assertPostable(course, objective, question, seed, Attempt.Kind.PRACTICE));
                objective
                        .checkPool()
                        .forEach(question -> assertPostable(course, objective, question, seed, Attempt.Kind.CHECK));
            }
        }
    }

    private static void assertPostable(
            Course course, Objective objective, Question question, long seed, Attempt.Kind kind) {
        String what = question.id() + " with seed " + seed;
        for (List<String> soFar : beforeTheEnd(question, seed)) {
            Attempt.Item item = new Attempt.Item(question.id(), objective.id(), seed, soFar, null, null, null);
            Attempt attempt = new Attempt(
                    "a1",
                    kind,
                    course.id(),
                    objective.id(),
                    PROGRAM.version(),
                    Instant.EPOCH,
                    List.of(item),
                    List.of());
            SlackMessage asked = QuizMessages.asked(course, attempt, 0, question, true);
            assertPostable(what + " asked " + soFar, asked);
            question.stimulus(seed)
                    .filter(Stimulus.Picture.class::isInstance)
                    .map(Stimulus.Picture.class::cast)
                    .ifPresent(picture -> assertThat(asked.text()).contains(Mrkdwn.escape(picture.alternative())));
        }
        for (Answer answer : List.of(question.match(new RightAnswer(seed)), question.match(new WrongAnswer(seed)))) {
            Attempt.Item item = new Attempt.Item(
                    question.id(),
                    objective.id(),
                    seed,
                    answer.stored(),
                    question.grade(answer, seed).score(),
                    null,
                    null);
            // Each question as it is marked in practice too: a review shows it so.
            assertPostable(
                    what + " answered",
                    QuizMessages.graded(course, "a1-x", Attempt.Kind.PRACTICE, item, question, 1, 3, 0));
            assertPostable(
                    what + " noted", QuizMessages.graded(course, "a1-x", Attempt.Kind.CHECK, item, question, 1, 3, 0));
        }
    }

    /** The states in which a question waits for its answer: one, or every way through a scenario that has not ended. */
    private static List<List<String>> beforeTheEnd(Question question, long seed) {
        List<List<String>> waiting = new ArrayList<>();
        if (question instanceof Scenario scenario) {
            walk(scenario, Answer.Walked.start(), seed, waiting);
        } else {
            waiting.add(List.of());
        }
        return waiting;
    }

    private static void walk(Scenario scenario, Answer.Walked soFar, long seed, List<List<String>> waiting) {
        if (scenario.isComplete(soFar)) {
            return;
        }
        waiting.add(soFar.stored());
        scenario.choices(scenario.scene(soFar).orElseThrow(), seed)
                .forEach(choice -> walk(scenario, soFar.then(choice.id()), seed, waiting));
    }
}
