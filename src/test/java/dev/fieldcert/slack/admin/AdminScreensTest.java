package dev.fieldcert.slack.admin;

import static dev.fieldcert.slack.Blocks.option;

import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.curriculum.ProgrammeDiff;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.drip.Pace;
import dev.fieldcert.learner.AssignManager;
import dev.fieldcert.learner.ExcuseObjective;
import dev.fieldcert.learner.GrantAttempt;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.MoveDueDate;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.learner.Unenrol;
import dev.fieldcert.slack.Channels.Purpose;
import dev.fieldcert.slack.Golden;
import dev.fieldcert.slack.SlackDirectory.Group;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.team.admin.Report;
import dev.fieldcert.team.admin.ReportRow;
import dev.fieldcert.team.admin.Roles;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The admin's screens, as they look. */
class AdminScreensTest {

    private static final Programme PROGRAMME = SomeCourse.programme();
    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

    @Test
    void theTabInHome() {
        Golden.assertMatches("admin/home", AdminMessages.homeBlocks(PROGRAMME, 1234, 0, false));
        Golden.assertMatches("admin/home-erasures-wait", AdminMessages.homeBlocks(PROGRAMME, 1, 2, true));
        Golden.assertMatches(
                "admin/enrol-form",
                EnrolForm.form(PROGRAMME, List.of(new Group("S0EMEA", "sal-emea", "SALs in EMEA"))));
    }

    @Test
    void theFormsAroundAPersonsRecord() {
        Golden.assertMatches(
                "admin/record-who",
                RecordForms.who(
                        List.of(new RecordForms.Choice("status", "Where they stand")),
                        List.of(
                                new RecordForms.Choice("due", "Move a due date"),
                                new RecordForms.Choice("excuse", "Excuse an objective")),
                        "U0ADA"));
        Golden.assertMatches(
                "admin/record-due",
                RecordForms.change(
                        "due",
                        "Move a due date",
                        "Save",
                        "U0ADA",
                        List.of(
                                RecordForms.menu(
                                        RecordForms.TARGET,
                                        "Path or course",
                                        List.of(option("Plans & Territories, due " + DUE, "plans"))),
                                RecordForms.due().get(0),
                                RecordForms.due().get(1),
                                RecordForms.reason("Kept in the record.", true))));
        Golden.assertMatches(
                "admin/record-excuse",
                RecordForms.change(
                        "excuse",
                        "Excuse an objective",
                        "Save",
                        "U0ADA",
                        List.of(
                                RecordForms.turningMenu(
                                        RecordForms.TARGET,
                                        RecordForms.TURN,
                                        "Course",
                                        List.of(option("Plans", "plans"), option("DevOps", "devops")),
                                        Optional.of("plans")),
                                RecordForms.menu(
                                        RecordForms.objectiveField("plans"),
                                        "Objective",
                                        List.of(option("Plans", "plans"), option("Territory plan", "territory-plan"))),
                                RecordForms.reason("The learner reads it.", false))));
        Golden.assertMatches(
                "admin/record-people",
                RecordForms.change(
                        "manager",
                        "Manager",
                        "Save",
                        "U0ADA",
                        List.of(
                                RecordForms.cohort(null, 60),
                                RecordForms.other("Manager", "U0GRACE"),
                                RecordForms.role("author"),
                                RecordForms.nothingOpen())));
        Golden.assertMatches(
                "admin/record-erase",
                RecordForms.change(
                        "erase",
                        "Erase everything",
                        "Erase for good",
                        "U0ADA",
                        List.of(
                                RightsMessages.whatIsErased(false),
                                RecordForms.reason("Kept in the audit, without what names them.", false),
                                RecordForms.sure("I am sure: nobody can bring it back"))));
        Golden.assertMatches(
                "admin/record-shown",
                RecordForms.shown("Where they stand", "U0ADA", SlackMessage.note("Nothing is noted about <@U0ADA>.")));
        Golden.assertMatches(
                "admin/record-changed",
                RecordForms.changed("Cohort", RecordMessages.cohort(true, "U0ADA", "spring <27>")));
    }

    @Test
    void whatBecameOfAChange() {
        Golden.assertMatches(
                "admin/changed",
                RecordMessages.moved(new MoveDueDate.Outcome.Moved(Optional.empty()), "U0ADA", "Plans & more", DUE));
        Golden.assertMatches(
                "admin/changed-attempt",
                RecordMessages.granted(
                        new GrantAttempt.Outcome.Granted(2, Optional.of(SomeCourse.NOW.plusSeconds(3600))),
                        "U0ADA",
                        "Plans",
                        SomeCourse.NOW));
        Golden.assertMatches(
                "admin/changed-excuse",
                RecordMessages.excused(new ExcuseObjective.Outcome.Excused(), "U0ADA", "Plans", "One plan"));
        Golden.assertMatches(
                "admin/not-changed",
                RecordMessages.unenrolled(new Unenrol.Outcome.NotEnrolled(), "U0ADA", "Plans & more"));
        Golden.assertMatches(
                "admin/manager-circle",
                SlackMessage.note(ManagerListener.words(
                        new AssignManager.Outcome.Circle(List.of("U1", "U2", "U3")), "U3", "U1")));
    }

    @Test
    void whereSomebodyStands() {
        Learner ada = SomeLearners.inThePath(
                "pipeline", List.of("plans", "use-case-ci", "gone"), "U0LINUS", DUE, SomeCourse.NOW);
        Golden.assertMatches("admin/status", StatusMessages.status(ada, PROGRAMME, SomeCourse.WHEN));
        Golden.assertMatches(
                "admin/status-nothing", StatusMessages.status(new Learner("U0ADA"), PROGRAMME, SomeCourse.WHEN));
        Golden.assertMatches("admin/why", WhyMessages.why("U0ADA", Optional.of(ada), SomeCourse.WHEN));
        Golden.assertMatches("admin/why-nobody", WhyMessages.why("U0ADA", Optional.empty(), SomeCourse.WHEN));
        Golden.assertMatches(
                "admin/contacts",
                WhyMessages.contacts(3, 700, 4000, new Pace.Drain(List.of(), List.of(), Duration.ofSeconds(140))));
    }

    @Test
    void channels() {
        ChannelMessages.Standing none = new ChannelMessages.Standing(Map.of(), false, PROGRAMME);
        ChannelMessages.Standing some =
                new ChannelMessages.Standing(Map.of(Purpose.badgesOfPath("pipeline"), "C0WINS"), true, PROGRAMME);
        Golden.assertMatches("admin/channels-form", ChannelForm.form(none, ""));
        Golden.assertMatches(
                "admin/channels-form-path",
                ChannelForm.form(some, Purpose.badgesOfPath("pipeline").id()));
        Golden.assertMatches("admin/channels-form-cohort", ChannelForm.form(some, ChannelForm.OF_A_COHORT));
        Golden.assertMatches("admin/channels", ChannelMessages.standing(some));
        Golden.assertMatches(
                "admin/channel-chosen", ChannelMessages.chosen(Purpose.badgesOfCohort("<spring>"), "C1", PROGRAMME));
        Golden.assertMatches(
                "admin/channel-forgotten", ChannelMessages.forgotten(Purpose.badgesOfPath("pipeline"), PROGRAMME));
    }

    @Test
    void theProgramme() {
        Problem warning = new Problem(Problem.Severity.WARNING, "plans/course.yaml", 3, 1, "No <picture>.", "Add it.");
        Problem error = new Problem(Problem.Severity.ERROR, "plans/course.yaml", 7, 1, "No title.", "Write one.");
        Golden.assertMatches("admin/programme", ProgrammeMessages.programme(PROGRAMME, List.of(warning)));
        Golden.assertMatches("admin/reload-refused", ProgrammeMessages.kept(PROGRAMME, List.of(warning, error)));
        Golden.assertMatches(
                "admin/reloaded",
                ProgrammeMessages.reloaded(
                        PROGRAMME,
                        PROGRAMME,
                        new ProgrammeDiff(
                                List.of("later"), List.of("gone"), Map.of("plans", List.of("title", "badge"))),
                        List.of(new ProgrammeMessages.Touched("Plans & Territories", 12, 3)),
                        List.of()));
        Golden.assertMatches("admin/preview-form", PreviewForm.form(PROGRAMME, Optional.empty()));
        Golden.assertMatches(
                "admin/preview-form-course", PreviewForm.form(PROGRAMME, Optional.of(SomeCourse.course())));
        Golden.assertMatches(
                "admin/preview", PreviewMessages.screen(PROGRAMME, SomeCourse.course(), SomeCourse.plans(), 0));
    }

    @Test
    void theReport() {
        ReportRow row = new ReportRow(
                "U0ADA",
                "Ada <Brandt>",
                "ada@example.com",
                null,
                null,
                false,
                "plans",
                "Plans & Territories",
                ReportRow.Standing.OVERDUE,
                0.4,
                1,
                null,
                DUE,
                SomeCourse.NOW,
                null,
                SomeCourse.NOW,
                null);
        Golden.assertMatches("admin/report", ReportMessages.page(new Report.Page(List.of(row), Optional.of("U1"), 40)));
        Golden.assertMatches(
                "admin/report-empty", ReportMessages.page(new Report.Page(List.of(), Optional.empty(), 0)));
        Golden.assertMatches("admin/report-written", ReportMessages.written(100_000));
    }

    @Test
    void aCrowdIsEnrolled() {
        Tally tally = new Tally();
        tally.enrolled.add("U0ADA");
        tally.already.add("U0MEI");
        tally.guests.add("U0ADA");
        tally.bots.add("U0BOT");
        tally.unknown.add("U0GHOST");
        Golden.assertMatches(
                "admin/enrol-dry-run", EnrolMessages.dryRun(tally, "#sales, @emea", "Plans & Territories", DUE, "p1"));
        Tally nobody = new Tally();
        nobody.already.add("U0MEI");
        Golden.assertMatches(
                "admin/enrol-dry-run-nobody",
                EnrolMessages.dryRun(nobody, "#sales & more", "Plans & Territories", null, ""));
        tally.failed.add("U0CARL");
        tally.cancelled = true;
        Golden.assertMatches("admin/enrolled", EnrolMessages.enrolled(tally, "Plans & Territories", DUE));
        Golden.assertMatches("admin/working", ProgressMessages.working("Enrolling 5,000 people", 1234, 5000, "w1"));
        Golden.assertMatches("admin/work-cancelled", ProgressMessages.cancelled("Enrolling 5,000 people", 1234));
        Golden.assertMatches("admin/work-failed", ProgressMessages.failed("Enrolling 5,000 people", "7f3a91c2"));
    }

    @Test
    void aListIsDryRun() {
        RosterCheck.DryRun run = new RosterCheck.DryRun();
        run.enrolled.add("U0ADA");
        run.already.add("U0MEI");
        run.guests.add("U0ADA");
        run.managers = 1;
        run.steps.add(new Plans.Step(2, "U0ADA", "U0GRACE", null, "plans", DUE));
        run.notFound.add(new Roster.LineError(3, "ghost@example.com is nobody here"));
        run.errors.add(new Roster.LineError(4, "no path or course called “basket-weaving” can be enrolled in"));
        Golden.assertMatches("admin/roster-form", RosterMessages.form(PROGRAMME));
        Golden.assertMatches("admin/roster-dry-run", RosterMessages.dryRun(run, "p1"));
        Golden.assertMatches("admin/roster-refused", RosterMessages.refused("The first line should name the columns."));
    }

    @Test
    void rights() {
        var request = new ErasureRequests.Request("U0ADA", SomeCourse.NOW);
        Golden.assertMatches("admin/forget-ask", RightsMessages.ask(Optional.empty()));
        Golden.assertMatches("admin/forget-asked", RightsMessages.ask(Optional.of(request)));
        Golden.assertMatches("admin/erase-requests", RightsMessages.requested(List.of(request)));
        Golden.assertMatches("admin/erase-sure", RightsMessages.sure("U0ADA", false));
        Golden.assertMatches("admin/erased", RightsMessages.erased("erased-1234"));
    }

    @Test
    void roles() {
        Golden.assertMatches(
                "admin/roles",
                RoleMessages.roles(
                        List.of("U0LINUS"),
                        List.of(new Roles.Holder("U0MEI", Roles.Role.AUTHOR, "U0LINUS", SomeCourse.NOW))));
    }
}
