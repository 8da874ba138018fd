package dev.fieldcert.slack.admin.itemanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.MasteryRule;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.itemanalysis.AssessmentStatistics;
import dev.fieldcert.itemanalysis.AttemptOutcome;
import dev.fieldcert.itemanalysis.Choices;
import dev.fieldcert.itemanalysis.Finding;
import dev.fieldcert.itemanalysis.Findings;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.Response;
import dev.fieldcert.itemanalysis.TraceLines;
import dev.fieldcert.itemanalysis.Usual;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures.Item;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The question statistics, as they look. */
class ItemsScreensTest {

    private static final Course COURSE =
            SmallCourse.program().course(SmallCourse.COURSE).orElseThrow();
    private static final Objective OBJECTIVE = COURSE.objectives().get(0);

    private static Question question(String id) {
        return new SingleChoice(
                id,
                "Which plan spans *all* accounts & regions?",
                Optional.empty(),
                List.of(
                        new Option("a", "The territory plan", true, "", false),
                        new Option("b", "The account plan <b>", false, "One customer only.", false),
                        new Option("c", "The opportunity plan", false, "One deal only.", false)),
                "A territory is all of your accounts together.");
    }

    /** @param key the share of people who choose it, of whom those who do well on the rest choose it more often */
    private static List<Response> responses(int people, double key, boolean keyIsWrong) {
        Random random = new Random(7);
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            double rest = Math.round(4 * random.nextDouble()) / 4.0;
            boolean knows = random.nextDouble() < key + (rest - 0.5) / 2;
            int chosen = knows == keyIsWrong ? 1 : 0;
            chosen = chosen == 1 && !keyIsWrong && random.nextBoolean() ? 2 : chosen;
            responses.add(new Response(
                    i,
                    i,
                    chosen == 0 ? 1 : 0,
                    rest,
                    4,
                    20 + random.nextInt(40),
                    knows ? Confidence.CERTAIN : Confidence.FAIRLY,
                    1 << chosen,
                    true));
        }
        return responses;
    }

    /** The same people with rest scores that differ. */
    private static List<Response> spread(List<Response> responses) {
        Random random = new Random(3);
        return responses.stream()
                .map(is -> new Response(
                        is.key(),
                        is.second(),
                        is.score(),
                        Math.max(0, Math.min(1, is.rest() + (random.nextDouble() - 0.5) / 3)),
                        is.others(),
                        is.seconds(),
                        is.confidence(),
                        is.chosen(),
                        is.first()))
                .toList();
    }

    private static Item item(String id, List<Response> responses, int reports) {
        ItemStatistics is = ItemStatistics.of(responses);
        List<Finding> findings = Findings.of(is, Choices.of(question(id)), new Usual(0, 0, 0, 0), reports);
        return new Item(COURSE, OBJECTIVE, question(id), "0123", Mode.CHECK, is, findings);
    }

    private static List<Item> items() {
        return List.of(
                item("first-c1", responses(60, 0.7, false), 0),
                item("first-c2", responses(60, 0.75, true), 2),
                item("first-c3", responses(12, 0.6, false), 0),
                item("second-c1", List.of(), 0));
    }

    private static AssessmentStatistics assessment(int attempts) {
        List<AttemptOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < attempts; i++) {
            outcomes.add(new AttemptOutcome(
                    i,
                    i,
                    300 + i,
                    List.of(
                            new AttemptOutcome.Part(
                                    "first", 2, i % 3 == 0 ? 1 : 2, i % 3 == 0 ? 0.5 : 1, i % 3 == 0 ? 1 : 2),
                            new AttemptOutcome.Part(
                                    "second", 2, i % 5 == 0 ? 0 : 2, i % 5 == 0 ? 0 : 1, i % 5 == 0 ? 0 : 2))));
        }
        return AssessmentStatistics.of(outcomes, MasteryRule.DEFAULT);
    }

    @Test
    void everything() {
        Golden.assertMatches(
                "admin/items", ItemsMessages.everything(items(), Optional.of(Instant.parse("2026-11-29T10:00:00Z"))));
        Golden.assertMatches("admin/items-none", ItemsMessages.everything(items(), Optional.empty()));
        Golden.assertMatches(
                "admin/items-no-alarm",
                ItemsMessages.everything(items().subList(0, 1), Optional.of(Instant.parse("2026-11-29T10:00:00Z"))));
    }

    @Test
    void aCourse() {
        Golden.assertMatches("admin/items-course", ItemsMessages.course(COURSE, items(), assessment(40)));
        Golden.assertMatches("admin/items-course-early", ItemsMessages.course(COURSE, items(), assessment(3)));
        Golden.assertMatches("admin/items-course-new", ItemsMessages.course(COURSE, items(), assessment(0)));
    }

    @Test
    void anObjective() {
        Golden.assertMatches("admin/items-objective", ItemsMessages.objective(COURSE, OBJECTIVE, items()));
    }

    @Test
    void oneItem() {
        Golden.assertMatches("admin/item", ItemMessages.item(items().get(1), List.of(), true));
        Golden.assertMatches("admin/item-few", ItemMessages.item(items().get(2), List.of(), false));
        Golden.assertMatches("admin/item-new", ItemMessages.item(items().get(3), List.of(), true));
    }

    @Test
    void findingsSayTheirEvidenceAndTheirRate() {
        Choices choices = Choices.of(question("q"));
        Golden.assertMatches(
                "admin/findings",
                SlackMessage.note(String.join(
                        "\n",
                        List.of(
                                        new Finding.WrongKey(1, 18, 4, 0.81, 0.62, 0.00217),
                                        new Finding.DeadOption(2, 42, 0.2319),
                                        new Finding.DeadOption(2, 170, 0.00033),
                                        new Finding.Everybody(30, 0.2146),
                                        new Finding.Nobody(30, 0.00018),
                                        new Finding.OutOfTime(140, 35, 40, 0.001),
                                        new Finding.OutOfTime(9, 35, 40, 0.001),
                                        new Finding.Overconfident(12, 20, 0.1, 0.0001),
                                        new Finding.Guessed(30, 40, 0.12, 1e-12),
                                        new Finding.Reported(1))
                                .stream()
                                .map(finding -> FindingText.of(finding, choices))
                                .toList())));
    }

    /** Looked at in target/pictures; here it is what they say that is held. */
    @Test
    void picturesSayInWordsWhatTheyShow() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        ItemPicture good = TracePicture.of(
                "first-c1", Choices.of(question("first-c1")), TraceLines.of(spread(responses(200, 0.65, false))));
        ItemPicture few =
                TracePicture.of("first-c3", Choices.of(question("q")), TraceLines.of(responses(12, 0.6, false)));
        ItemPicture score =
                TracePicture.of("first-c4", new Choices(List.of(), false), TraceLines.of(responses(200, 0.6, false)));
        ItemPicture pool = PoolPicture.of("Plans and territories", items());
        for (ItemPicture picture : List.of(good, few, score, pool)) {
            Files.write(folder.resolve(picture.name() + ".png"), picture.png());
            Files.writeString(folder.resolve(picture.name() + ".svg"), picture.svg());
        }

        assertThat(good.alternative())
                .startsWith("Trace lines of first-c1, from those who do worst on the rest")
                .contains("a (right): ", "b: ", "c: ");
        assertThat(few.alternative()).contains("fewer than 30 people");
        assertThat(score.alternative()).contains("Mean score: ");
        assertThat(pool.alternative()).contains("3 check questions; 1 more", "With an alarm: first-c2 (");
    }
}
