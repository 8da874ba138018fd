package dev.fieldcert.slack.team;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.learner.memory.Observed;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.team.BadgeEnd;
import dev.fieldcert.team.CourseStanding;
import dev.fieldcert.team.Mistakes;
import dev.fieldcert.team.Need;
import dev.fieldcert.team.Stuck;
import dev.fieldcert.team.TeamDigest;
import dev.fieldcert.team.TeamMember;
import dev.fieldcert.team.TeamRetention;
import dev.fieldcert.team.TeamView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The manager's screens, as they look. */
class TeamScreensTest {

    private static final When WHEN = When.in("Europe/Berlin", Instant.parse("2026-11-09T08:00:00Z"));
    private static final Program PROGRAM =
            CurriculumReader.read(ProgramFiles.builtIn()).readable();

    private static final BadgeEnd LAPSED =
            new BadgeEnd("Demo <Days> & Questions", Instant.parse("2026-11-06T15:00:00Z"), true);
    private static final BadgeEnd LAPSES = new BadgeEnd("Forecasting", Instant.parse("2026-11-20T15:00:00Z"), false);

    private final Course course = PROGRAM.course("analyze-territory").orElseThrow();
    private final Objective plan = course.objective("territory-plan").orElseThrow();
    private final CourseStanding.Waiting waiting = new CourseStanding.Waiting(plan, "U0ADA:V1", 2);
    private final Stuck stuck = new Stuck(
            course.id(), course.title(), Optional.of(course.objectives().get(0)), Stuck.Why.CHECK_FAILED);

    private TeamMember ada() {
        ObjectiveProgress submitted =
                new ObjectiveProgress(State.MASTERED, 0, AssignmentState.WAITING_FOR_REVIEW, "U0ADA:V1", 2, null, null);
        List<CourseStanding.ObjectiveStanding> objectives = course.objectives().stream()
                .map(each -> new CourseStanding.ObjectiveStanding(
                        each, each.equals(plan) ? submitted : ObjectiveProgress.NEW))
                .toList();
        CourseStanding standing = new CourseStanding(
                course,
                0.4,
                true,
                Optional.of(LocalDate.of(2026, 11, 4)),
                true,
                objectives,
                List.of(waiting),
                Optional.of(stuck));
        return new TeamMember(
                "U0ADA",
                "Ada",
                Need.REVIEW,
                0.4,
                Optional.of(LocalDate.of(2026, 11, 4)),
                Optional.of(Instant.parse("2026-11-06T15:00:00Z")),
                List.of(standing),
                List.of(),
                List.of(),
                new TeamMember.Remembers(2, List.of("Tell plans <apart>"), 4));
    }

    private static TeamMember bob() {
        return new TeamMember(
                "U0BOB",
                "Bob",
                Need.LAPSED,
                1,
                Optional.empty(),
                Optional.of(Instant.parse("2025-11-06T15:00:00Z")),
                List.of(),
                List.of(),
                List.of(LAPSED, LAPSES),
                TeamMember.Remembers.NOTHING);
    }

    @Test
    void aPageOfTheTeam() {
        TeamView.Page page = new TeamView.Page(List.of(ada()), 1, 3, new TeamView.Counts(21, 1, 1, 1, 0, 4));
        Golden.assertMatches("team/page", TeamMessages.page(page, WHEN));
        Golden.assertMatches("team/home", TeamMessages.homeBlocks(page, "U0LINUS", WHEN));
    }

    @Test
    void aBadgeThatLapsed() {
        TeamView.Page page = new TeamView.Page(List.of(bob()), 0, 1, new TeamView.Counts(1, 0, 0, 0, 1, 0));
        Golden.assertMatches("team/page-lapsed", TeamMessages.page(page, WHEN));
        Golden.assertMatches("team/detail-lapsed", TeamMessages.detail(bob(), WHEN));
    }

    @Test
    void onePersonsDetailAndTheSameInTheirOwnHome() {
        Golden.assertMatches("team/detail", TeamMessages.detail(ada(), WHEN));
        Golden.assertMatches("team/seen-by-manager", TeamMessages.whatYourManagerSees(ada(), "U0GRACE", WHEN));
    }

    @Test
    void theDelegate() {
        Golden.assertMatches("team/delegate-form", DelegateMessages.form("U0LINUS"));
        Golden.assertMatches("team/delegate-chosen-for", DelegateMessages.chosenFor("U0LINUS", "U0BOSS"));
        Golden.assertMatches("team/delegate-asked", DelegateMessages.standsIn("U0GRACE", "U0GRACE"));
    }

    @Test
    void theWeeklyDigest() {
        TeamDigest digest = new TeamDigest(
                List.of(new TeamDigest.Line<>("U0ADA", waiting)),
                List.of(new TeamDigest.Line<>("U0BOB", new TeamDigest.Late(course.title(), LocalDate.of(2026, 11, 4)))),
                List.of(new TeamDigest.Line<>("U0BOB", stuck)),
                List.of(new TeamDigest.Line<>("U0BOB", LAPSED), new TeamDigest.Line<>("U0CLEO", LAPSES)),
                List.of(new TeamDigest.Line<>("U0CLEO", new TeamDigest.Finished(course.title()))),
                List.of(new Mistakes.Line(course.title(), plan, 24, 9, 4)),
                List.of(new TeamRetention.Line(plan, new Observed(9, 11))),
                Optional.of(new TeamDigest.Coaching(plan, plan.coaching())));
        Golden.assertMatches("team/digest", DigestMessages.digest(digest, WHEN));
    }
}
