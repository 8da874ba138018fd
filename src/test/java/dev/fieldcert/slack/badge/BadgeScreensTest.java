package dev.fieldcert.slack.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.composition.SlackFileObject;
import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BadgeScreensTest {

    private static final String ADA = "U0ADA";
    private static final Optional<String> PAGE = Optional.of("https://cert.example.com/badges/b1");
    private static final Optional<String> LINKED_IN = Optional.of("https://www.linkedin.com/profile/add");

    private static Optional<ImageBlock> picture() {
        return Optional.of(ImageBlock.builder()
                .slackFile(SlackFileObject.builder().id("F1").build())
                .altText("Badge: Planning, level 101, Field Certification")
                .build());
    }

    @Test
    void whoEarnedItIsTold() {
        Golden.assertMatches(
                "badge/earned",
                BadgeMessages.earned(
                        SomeCourse.badge(),
                        "b1",
                        0.923,
                        SomeCourse.NOW,
                        false,
                        picture(),
                        PAGE,
                        LINKED_IN,
                        Optional.empty(),
                        SomeCourse.WHEN));
        Golden.assertMatches(
                "badge/earned-without-page",
                BadgeMessages.earned(
                        SomeCourse.badge(),
                        "b1",
                        0.8,
                        SomeCourse.NOW,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SomeCourse.WHEN));
        Golden.assertMatches(
                "badge/earned-path",
                BadgeMessages.earned(
                        SomeCourse.certificate(),
                        "b2",
                        0.9,
                        SomeCourse.NOW,
                        false,
                        picture(),
                        PAGE,
                        LINKED_IN,
                        Optional.empty(),
                        SomeCourse.WHEN));
    }

    private static void announced(String name, BadgeDefinition badge, List<String> congratulated) {
        Golden.assertMatches(
                "badge/" + name, BadgeMessages.announced(ADA, badge, "b1", false, picture(), PAGE, congratulated));
    }

    @Test
    void aCourseWithJobAidsOffersThem() {
        Course course = BuiltIn.COURSE;

        assertThat(BadgeMessages.earned(
                                course.badge(),
                                "b1",
                                0.9,
                                SomeCourse.NOW,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(course),
                                SomeCourse.WHEN)
                        .blocks()
                        .toString())
                .contains("Job aids");
    }

    private static final class BuiltIn {
        private static final Course COURSE = CurriculumReader.read(ProgramFiles.builtIn())
                .readable()
                .course("forecasting")
                .orElseThrow();
    }

    @Test
    void aRenewalIsNotToldAsSomethingNew() {
        Golden.assertMatches(
                "badge/renewed",
                BadgeMessages.earned(
                        SomeCourse.badge(),
                        "b1",
                        0.923,
                        SomeCourse.NOW,
                        true,
                        picture(),
                        PAGE,
                        LINKED_IN,
                        Optional.empty(),
                        SomeCourse.WHEN));
        Golden.assertMatches(
                "badge/renewed-path",
                BadgeMessages.earned(
                        SomeCourse.certificate(),
                        "b2",
                        0.9,
                        SomeCourse.NOW,
                        true,
                        picture(),
                        PAGE,
                        LINKED_IN,
                        Optional.empty(),
                        SomeCourse.WHEN));
        Golden.assertMatches(
                "badge/announced-renewed",
                BadgeMessages.announced(ADA, SomeCourse.badge(), "b1", true, picture(), PAGE, List.of()));
    }

    @Test
    void theTeamIsTold() {
        announced("announced", SomeCourse.badge(), List.of());
        announced("announced-path", SomeCourse.certificate(), List.of());
    }

    @Test
    void congratulationsAreCountedAndTenAreNamed() {
        announced("announced-congratulated", SomeCourse.badge(), List.of("U1", "U2"));
        announced(
                "announced-by-many",
                SomeCourse.badge(),
                IntStream.rangeClosed(1, 12).mapToObj(number -> "U" + number).toList());
    }

    @Test
    void badgesAreListedWithWhatTheyAreWorth() {
        Award award = Badges.award();
        List<GivenBadge> badges = Stream.of(
                        new Standing.Valid(Optional.of(Instant.parse("2027-11-02T09:00:00Z"))),
                        new Standing.Expired(Instant.parse("2026-10-02T09:00:00Z")),
                        new Standing.Revoked(SomeCourse.NOW, "earned by <somebody> else"),
                        new Standing.Superseded("b9"))
                .map(standing ->
                        new GivenBadge(ADA, "plans", award, SomeCourse.badge(), "Field Certification", null, standing))
                .toList();

        Golden.assertMatches("badge/badges", BadgeMessages.badges(badges, given -> PAGE, SomeCourse.WHEN));
        Golden.assertMatches("badge/badges-none", BadgeMessages.badges(List.of(), given -> PAGE, SomeCourse.WHEN));
    }

    @Test
    void smallWords() {
        Golden.assertMatches("badge/not-yours", BadgeMessages.notYours());
        Golden.assertMatches("badge/files-coming", BadgeMessages.filesComing(PAGE));
        Golden.assertMatches("badge/revoked", BadgeMessages.revoked(SomeCourse.badge(), "earned by <somebody> else"));
    }
}
