package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.learner.submission.SubmitAssignment;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.record.AuditText;
import dev.fieldcert.slack.team.ReviewReminders;
import dev.fieldcert.team.admin.Roles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An assignment from the hand-in to its approval, and who may not touch it. */
class SignOffTest {

    private static final String COURSE = "analyze-territory";
    private static final String OBJECTIVE = "territory-plan";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Assignment assignment = FIELD_CERT
            .programs()
            .current()
            .course(COURSE)
            .flatMap(course -> course.objective(OBJECTIVE))
            .flatMap(objective -> objective.assignment())
            .orElseThrow();

    private Scholar ada;
    private Person grace;

    @BeforeEach
    void graceManagesAda() {
        ada = FIELD_CERT.scholar("ada");
        grace = FIELD_CERT.hires("grace");
        manages(grace, ada.person());
    }

    private static void manages(Person manager, Person learner) {
        var assigned = FIELD_CERT.bean(AssignManager.class).assign(learner.id(), manager.id(), "U0ADMIN", "test");
        FIELD_CERT.bean(OutboxRelay.class).deliver(assigned);
    }

    /** Hands in as the form does, without the way through the course. */
    private String handsIn(Person learner, String form, String text) {
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(learner.id(), COURSE, learner.id(), null));
        var submitted = FIELD_CERT
                .bean(SubmitAssignment.class)
                .submit(learner.id(), COURSE, OBJECTIVE, form, text, "", List.of());
        FIELD_CERT.bean(OutboxRelay.class).deliver(submitted);
        return learner.id() + ":" + form;
    }

    private AssignmentState state(Person learner) {
        return FIELD_CERT
                .learner(learner)
                .course(COURSE)
                .orElseThrow()
                .objective(OBJECTIVE)
                .assignment();
    }

    private void marks(Person reviewer, int points) {
        assignment.criteria().forEach(criterion -> mark(reviewer, criterion, points));
    }

    private static void mark(Person reviewer, Assignment.Criterion criterion, int points) {
        String level = points + " – " + criterion.levels().get(points - 1).replaceAll("\\s+", " ");
        reviewer.chooses("Points: " + criterion.title(), level.length() <= 75 ? level : level.substring(0, 74) + "…");
    }

    private void comments(Person reviewer, String text) {
        assignment.criteria().forEach(criterion -> reviewer.enters("Comment: " + criterion.title(), text));
    }

    private void approves(Person reviewer) {
        reviewer.clicks("Review");
        marks(reviewer, 4);
        reviewer.chooses("Your decision", "Approve").submits();
    }

    private List<LearnerEvent.Audited> audit(Person learner) {
        return FIELD_CERT.bean(AuditTrail.class).about(learner.id(), 0, 20);
    }

    @Test
    void aPracticalIsReturnedHandedInAgainApprovedAndEarnsTheBadge() {
        ada.person().types("/cert enroll " + COURSE).goesToTheBot();
        ada.learnsTheCourse(COURSE).passesTheCheck();
        ada.person().clicks("What’s next?").clicks("Submit");
        ada.person().enters("Your work", "My plan: banks & insurers").submits();
        assertThat(ada.person().seesMessages()).anyMatch(message -> message.contains("waiting for review"));
        assertThat(grace.sees()).contains("To review", "version 1", "My plan: banks & insurers", "[Review]");

        grace.clicks("Review");
        assertThat(grace.seesInModal())
                .contains(
                        "The assignment",
                        "banks & insurers",
                        "18 of 24",
                        assignment.criteria().get(0).title());
        marks(grace, 2);
        comments(grace, "Name the accounts & say why");
        grace.chooses("Your decision", "Return for changes").submits();
        assertThat(grace.sees()).contains("You returned", "12 of 24");
        assertThat(ada.person().sees()).contains("Returned", "12 of 24", "2 of 4 – Name the accounts & say why");
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).isEmpty();

        ada.person()
                .clicks("Submit again")
                .enters("Your work", "The second plan")
                .submits();
        assertThat(grace.sees()).contains("New version to review", "version 2", "The second plan");
        approves(grace);

        assertThat(ada.person().seesMessages())
                .anyMatch(message -> message.contains("Approved") && message.contains("24 of 24"))
                .anyMatch(message -> message.contains("You earned a badge"));
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).hasSize(1);
        assertThat(audit(ada.person()))
                .anyMatch(entry -> AuditText.of(entry.what()).startsWith("returned " + OBJECTIVE)
                        && entry.by().equals(grace.id()))
                .anyMatch(entry -> AuditText.of(entry.what()).equals("approved " + OBJECTIVE + ", 24 points")
                        && entry.by().equals(grace.id()));
    }

    @Test
    void belowTheMarkACommentIsNeededAndBelowThePassMarkThereIsNoApproval() {
        handsIn(ada.person(), "V1", "My plan");
        grace.clicks("Review");
        marks(grace, 2);

        grace.chooses("Your decision", "Approve").submits();
        grace.seesFieldError("Say what would earn more points.");
        comments(grace, "More");
        grace.submits();

        grace.seesFieldError("The scores add up to 12; you need 18 to approve. Return it, or change the scores.");
        assertThat(state(ada.person())).isEqualTo(AssignmentState.WAITING_FOR_REVIEW);
    }

    @Test
    void aCriterionBelowItsOwnMarkIsNotApprovedWhateverTheSum() {
        handsIn(ada.person(), "V1", "My plan");
        grace.clicks("Review");
        assertThat(grace.seesInModal()).contains("Territory analysis* – at least 2 points to approve");
        marks(grace, 4);
        mark(grace, criterion("territory-analysis"), 1);

        grace.enters("Comment: Territory analysis", "Draw the map")
                .chooses("Your decision", "Approve")
                .submits();

        grace.seesFieldError(
                "At least 2 points are needed here to approve, whatever the total. Return it, or change the "
                        + "score.");
        assertThat(state(ada.person())).isEqualTo(AssignmentState.WAITING_FOR_REVIEW);
        grace.chooses("Your decision", "Return for changes").submits();
        assertThat(state(ada.person())).isEqualTo(AssignmentState.RETURNED);
        assertThat(ada.person().sees()).contains("21 of 24", "1 of 4 – Draw the map");
    }

    private Assignment.Criterion criterion(String id) {
        return assignment.criteria().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodySignsOffThemself() {
        handsIn(ada.person(), "V1", "My plan");
        Button stolen = grace.button("Review");

        ada.person().click(stolen);

        assertThat(ada.person().seesInModal()).contains("You can’t review your own work");
        assertThat(state(ada.person())).isEqualTo(AssignmentState.WAITING_FOR_REVIEW);
        assertThat(audit(ada.person()))
                .anyMatch(entry -> AuditText.of(entry.what()).endsWith("their own work"));
    }

    @Test
    void aColleaguesForgedReviewIsRefusedAndAudited() {
        handsIn(ada.person(), "V1", "My plan");
        Person mallory = FIELD_CERT.hires("mallory");

        mallory.click(grace.button("Review"));

        assertThat(mallory.seesInModal()).contains("Only the learner’s manager").doesNotContain("My plan");
        assertThat(audit(ada.person()))
                .anyMatch(entry -> entry.by().equals(mallory.id())
                        && AuditText.of(entry.what())
                                .equals("refused: review of " + OBJECTIVE
                                        + " – not their manager, delegate, or an admin"));
    }

    @Test
    void aFormThatWasOpenWhenTheReviewerLostTheRightChangesNothing() {
        handsIn(ada.person(), "V1", "My plan");
        grace.clicks("Review");
        marks(grace, 4);
        grace.chooses("Your decision", "Approve");
        manages(FIELD_CERT.hires("new-boss"), ada.person());

        grace.submits();

        assertThat(grace.seesInModal()).contains("Only the learner’s manager");
        assertThat(state(ada.person())).isEqualTo(AssignmentState.WAITING_FOR_REVIEW);
        assertThat(audit(ada.person()))
                .anyMatch(entry -> entry.by().equals(grace.id())
                        && AuditText.of(entry.what()).startsWith("refused: review"));
    }

    @Test
    void ofTwoReviewersTheSecondHearsWhoWasFirst() {
        Person admin = FIELD_CERT.hires("admin");
        FIELD_CERT.bean(Roles.class).change(admin.id(), Roles.Role.ADMIN, "test", true);
        handsIn(ada.person(), "V1", "My plan");
        admin.click(grace.button("Review"));
        marks(admin, 4);
        admin.chooses("Your decision", "Approve");
        approves(grace);

        admin.submits();

        assertThat(admin.seesInModal()).contains("@" + handle(grace) + " already *approved*");
        assertThat(audit(ada.person()).stream()
                        .filter(entry -> AuditText.of(entry.what()).startsWith("approved")))
                .hasSize(1);
    }

    @Test
    void anOlderVersionLeadsToTheNewest() {
        handsIn(ada.person(), "V1", "The first plan");
        Button old = grace.button("Review");
        handsIn(ada.person(), "V2", "The second plan");

        grace.click(old);
        assertThat(grace.seesInModal()).contains("There’s a newer version of this work: version 2");
        grace.clicks("Open version 2");

        assertThat(grace.seesInModal()).contains("The second plan", "The rubric");
        assertThat(FIELD_CERT.bean(Learners.class).submission(ada.id() + ":V1")).isPresent();
    }

    @Test
    void aReturnedPracticalHandedInTwiceByOneFormIsOneVersion() {
        handsIn(ada.person(), "V1", "The first plan");
        grace.clicks("Review");
        marks(grace, 2);
        comments(grace, "More");
        grace.chooses("Your decision", "Return for changes").submits();

        handsIn(ada.person(), "V2", "The second plan");
        int heard = grace.seesMessages().size();
        handsIn(ada.person(), "V2", "The second plan");

        assertThat(grace.seesMessages()).hasSize(heard);
        assertThat(FIELD_CERT
                        .learner(ada.person())
                        .course(COURSE)
                        .orElseThrow()
                        .objective(OBJECTIVE)
                        .submissions())
                .isEqualTo(2);
    }

    @Test
    void threeThousandCharactersOfTheHardestKindFitTheCardAndTheForm() {
        handsIn(ada.person(), "V1", "&".repeat(2000) + "😀".repeat(500));

        assertThat(grace.sees()).contains("&".repeat(2000));
        grace.clicks("Review");
        assertThat(grace.seesInModal()).contains("&".repeat(2000), "The rubric");
    }

    @Test
    void nobodyIsNotifiedByWhatTheWorkSays() {
        handsIn(ada.person(), "V1", "<!channel> *read* <@U0BOSS>");

        var card = grace.client().messages(grace.client().directMessage()).get(0);

        assertThat(card.get("text").getAsString()).contains("&lt;!channel&gt;").doesNotContain("<!channel>");
        assertThat(card.get("blocks").toString()).contains("{\"type\":\"plain_text\",\"text\":\"<!channel> *read*");
    }

    @Test
    void aFileIsShownByItsNameWithALink() {
        byte[] slides = "slides".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String file = ada.person().client().keeps("plan.pdf", slides).get("id").getAsString();
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), COURSE, ada.id(), null));
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT
                        .bean(SubmitAssignment.class)
                        .submit(ada.id(), COURSE, OBJECTIVE, "V1", "", "", List.of(file, "F0GONE")));

        grace.clicks("Review");

        assertThat(grace.seesInModal()).contains("📎 plan.pdf", "📎 File F0GONE");
    }

    @Test
    void theDelegateMayReviewAndIsAskedOnceAfterFiveWorkingDays() {
        Person linus = FIELD_CERT.hires("linus");
        grace.types("/cert delegate @" + handle(linus)).goesToTheBot();
        assertThat(grace.sees()).contains("@" + handle(linus) + " can now review");
        assertThat(linus.sees()).contains("made you their delegate");
        handsIn(ada.person(), "V1", "My plan");

        remindsAfter(Duration.ofDays(6));
        assertThat(linus.seesMessages()).noneMatch(message -> message.contains("To review"));
        remindsAfter(Duration.ofDays(1));
        remindsAfter(Duration.ofDays(1));

        assertThat(linus.seesMessages().stream().filter(message -> message.contains("To review")))
                .hasSize(1)
                .allMatch(message -> message.contains("hasn’t gotten to it in five workdays"));
        approves(linus);
        assertThat(state(ada.person())).isEqualTo(AssignmentState.APPROVED);
    }

    @Test
    void aDelegateWhoIsNotNamedAnyMoreMayNotReview() {
        Person linus = FIELD_CERT.hires("linus");
        grace.types("/cert delegate @" + handle(linus));
        grace.types("/cert delegate none").goesToTheBot();
        assertThat(grace.sees()).contains("You no longer have a delegate");
        handsIn(ada.person(), "V1", "My plan");

        linus.click(grace.button("Review"));

        assertThat(linus.seesInModal()).contains("Only the learner’s manager");
    }

    @Test
    void whenTheReviewerHasLeftTheAdminsAreAskedAtOnce() {
        Person admin = FIELD_CERT.hires("admin");
        FIELD_CERT.bean(Roles.class).change(admin.id(), Roles.Role.ADMIN, "test", true);
        grace.client().leavesTheCompany();
        String submission = handsIn(ada.person(), "V1", "My plan");

        remindsAfter(Duration.ofMinutes(5));
        remindsAfter(Duration.ofMinutes(5));

        assertThat(admin.seesMessages().stream().filter(message -> message.contains("To review")))
                .hasSize(1)
                .allMatch(message -> message.contains("has left, so I’m asking you"));
        assertThat(FIELD_CERT.bean(Learners.class).escalation(submission))
                .hasValueSatisfying(
                        event -> assertThat(event.why()).isEqualTo(LearnerEvent.Escalated.Why.REVIEWER_LEFT));
    }

    @Test
    void aPracticalWithoutAManagerGoesToTheAdmins() {
        Person admin = FIELD_CERT.hires("admin");
        FIELD_CERT.bean(Roles.class).change(admin.id(), Roles.Role.ADMIN, "test", true);
        Person alone = FIELD_CERT.hires("alone");

        handsIn(alone, "V1", "My plan");

        assertThat(admin.sees()).contains("To review", "My plan");
        approves(admin);
        assertThat(state(alone)).isEqualTo(AssignmentState.APPROVED);
    }

    private void remindsAfter(Duration later) {
        FIELD_CERT.later(later);
        FIELD_CERT.bean(ReviewReminders.class).remind(FIELD_CERT.clock().instant());
        FIELD_CERT.settle();
    }

    private static String handle(Person person) {
        return person.client().user().get("name").getAsString();
    }
}
