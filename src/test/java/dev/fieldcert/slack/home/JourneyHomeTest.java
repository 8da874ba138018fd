package dev.fieldcert.slack.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.learner.SomeLearner;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.Picture;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.journey.home.JourneyHome;
import dev.fieldcert.slack.journey.home.JourneyReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyHomeTest {

    private static final Program PROGRAM =
            CurriculumReader.read(ProgramFiles.builtIn()).readable();
    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

    private static List<LayoutBlock> home(Learner learner, String current, int badges) {
        Optional<Picture> journey = learner.isEnrolled()
                ? Optional.of(new Picture(
                        "F1",
                        null,
                        JourneyReader.journey(learner, JourneyReader.groups(learner, PROGRAM), course(current))
                                .altText()))
                : Optional.empty();
        return JourneyHome.blocks(new JourneyHome.Facts(
                learner,
                PROGRAM,
                course(current),
                When.in("Europe/Berlin", NOW),
                badges,
                journey,
                Map.of(
                        PROGRAM.course("applying-devops").orElseThrow().badge().id(),
                        new Picture(null, "https://cert.example.com/pictures/1.png", "A badge"))));
    }

    private static Optional<Course> course(String id) {
        return Optional.ofNullable(id).flatMap(PROGRAM::course);
    }

    private static SomeLearner onTheWay() {
        SomeLearner ada = SomeLearner.enrolledAt("2026-11-02T09:00:00Z")
                .onPath("pipeline", LocalDate.of(2027, 2, 26))
                .preferring(chosen -> chosen.pausedUntil(LocalDate.of(2026, 12, 1)));
        PROGRAM.path("pipeline").orElseThrow().courses().forEach(course -> ada.inCourse(course, null));
        return ada.inCourse("use-case-ci", LocalDate.of(2026, 11, 13))
                .with("use-case-ci", objective("use-case-ci", 0), State.TESTED_OUT)
                .with("customer-journey", objective("customer-journey", 0), State.LEARNT)
                .with("customer-journey", objective("customer-journey", 1), State.LEARNING)
                .with("analyze-territory", objective("analyze-territory", 2), State.LEARNT)
                .withAssignment(
                        "analyze-territory", objective("analyze-territory", 2), AssignmentState.WAITING_FOR_REVIEW)
                .completed("applying-devops", "2026-11-09T10:00:00Z", 0.92);
    }

    private static String objective(String course, int index) {
        return PROGRAM.course(course).orElseThrow().objectives().get(index).id();
    }

    @Test
    void aNewcomer() {
        Golden.assertMatches("home/newcomer", home(new Learner("U1"), null, HomeState.FEW_BADGES));
    }

    @Test
    void onTheWayThroughSixCourses() {
        Golden.assertMatches("home/on-the-way", home(onTheWay().learner(), "customer-journey", HomeState.FEW_BADGES));
    }

    @Test
    void certified() {
        SomeLearner ada = SomeLearner.enrolledAt("2026-09-01T09:00:00Z").onPath("pipeline", LocalDate.of(2026, 11, 10));
        PROGRAM.path("pipeline")
                .orElseThrow()
                .courses()
                .forEach(course -> ada.completed(course, "2026-11-09T10:00:00Z", 1));

        Golden.assertMatches("home/certified", home(ada.certified("pipeline").learner(), null, HomeState.FEW_BADGES));
    }

    @Test
    void sevenCoursesWithAllTheirObjectivesFitTheView() {
        SomeLearner ada = SomeLearner.enrolledAt("2026-11-02T09:00:00Z")
                .onPath("pipeline", null)
                .onPath("use-cases", null);
        PROGRAM.courses().forEach(course -> ada.inCourse(course.id(), null));

        List<LayoutBlock> blocks = home(ada.learner(), "applying-devops", HomeState.FEW_BADGES);

        assertThat(blocks).hasSizeLessThan(40);
        assertThat(SlackMessage.of(blocks).text())
                .contains(PROGRAM.courses().stream()
                        .flatMap(course -> course.objectives().stream())
                        .map(objective -> objective.title())
                        .toList());
    }

    @Test
    void ofAHundredBadgesAFewAreShownAndTheRestOnDemand() {
        SomeLearner ada = SomeLearner.enrolledAt("2026-01-02T09:00:00Z").onPath("pipeline", null);
        for (int i = 0; i < 150; i++) {
            ada.completed("course-of-old-" + i, "2026-02-02T09:00:00Z", 0.9);
        }

        List<LayoutBlock> few = home(ada.learner(), null, HomeState.FEW_BADGES);
        List<LayoutBlock> all = home(ada.learner(), null, HomeState.MOST_BADGES);

        assertThat(few).hasSizeLessThan(30);
        assertThat(buttons(few)).contains("Show more (144)");
        assertThat(all).hasSizeLessThan(45);
        assertThat(buttons(all)).noneMatch(label -> label.startsWith("Show more"));
        assertThat(all)
                .filteredOn(ContextBlock.class::isInstance)
                .anySatisfy(block ->
                        assertThat(block.toString()).contains("And 50 more. To see them all, type `/cert badges`."));
        assertThat(all)
                .filteredOn(SectionBlock.class::isInstance)
                .allSatisfy(block ->
                        assertThat(((SectionBlock) block).getText().getText()).hasSizeLessThanOrEqualTo(3000));
    }

    @Test
    void whoWaitsForTheCheckSeesWhenItOpensAndNoButtonThatDoesNothing() {
        SomeLearner ada = SomeLearner.enrolledAt("2026-11-02T09:00:00Z").inCourse("applying-devops", null);
        PROGRAM.course("applying-devops")
                .orElseThrow()
                .objectives()
                .forEach(objective -> ada.with("applying-devops", objective.id(), State.LEARNT));
        List<LayoutBlock> blocks =
                home(ada.checkOpens("applying-devops", "2026-11-17T09:00:00Z").learner(), "applying-devops", 6);

        assertThat(SlackMessage.of(blocks).text()).contains("Your next attempt at the check opens tomorrow at 10:00.");
        assertThat(primaries(blocks)).isEmpty();
    }

    @Test
    void thereIsOneBigButton() {
        assertThat(primaries(home(onTheWay().learner(), "customer-journey", 6))).containsExactly("Continue");
    }

    private static List<String> primaries(List<LayoutBlock> blocks) {
        return all(blocks).stream()
                .filter(button -> "primary".equals(button.getStyle()))
                .map(button -> button.getText().getText())
                .toList();
    }

    private static List<String> buttons(List<LayoutBlock> blocks) {
        return all(blocks).stream().map(button -> button.getText().getText()).toList();
    }

    private static List<ButtonElement> all(List<LayoutBlock> blocks) {
        return blocks.stream()
                .filter(ActionsBlock.class::isInstance)
                .flatMap(block -> ((ActionsBlock) block).getElements().stream())
                .map(element -> element instanceof ButtonElement button ? button : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
