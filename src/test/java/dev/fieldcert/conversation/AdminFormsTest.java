package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.record.AuditText;
import dev.fieldcert.slack.channels.Announcements;
import dev.fieldcert.slack.channels.Channels;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.admin.Roles;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an admin's words do, done by the forms of Home. */
class AdminFormsTest {

    private static final String COURSE = "applying-devops";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private Person boss;
    private Person ada;

    @BeforeEach
    void anAdminAndALearner() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        ada = FIELD_CERT.hires("ada");
        ada.types("/cert enroll " + COURSE).goesToTheBot();
    }

    private static String at(Person person) {
        return "@" + person.client().user().get("name").getAsString();
    }

    /** Opens the form for this change, or the look, and stops there. */
    private Person opens(Person admin, Person whose, String what) {
        admin.opensHome().clicks("Admin").clicks("A person’s record");
        return admin.picks("Who", whose.id()).chooses("What to do", what).submits();
    }

    private boolean isAudited(Person about, Person by, String what, String why) {
        return FIELD_CERT.bean(AuditTrail.class).about(about.id(), 0, 20).stream()
                .anyMatch(entry -> entry.by().equals(by.id())
                        && AuditText.of(entry.what()).contains(what)
                        && entry.why().contains(why));
    }

    private Objective objective(int number) {
        return FIELD_CERT
                .programs()
                .current()
                .course(COURSE)
                .orElseThrow()
                .objectives()
                .get(number);
    }

    @Test
    void aDueDateIsMovedAndTakenAway() {
        opens(boss, ada, "Move a due date");
        assertThat(boss.seesInModal()).contains("Move a due date", "*Person:* " + at(ada), "Applying DevOps");

        boss.submits().seesFieldError("Choose a day.");
        boss.enters("Due", "2020-01-01")
                .submits()
                .seesFieldError("January 1, 2020 has already passed. Choose a later day. Nothing was changed.");
        boss.enters("Due", FIELD_CERT.clock().instant().toString().substring(0, 10))
                .submits()
                .seesFieldError("November 2, 2026 is today, and already over in some time zones. Choose a later day."
                        + " Nothing was changed.");
        boss.enters("Due", "2027-03-31").enters("Reason", "parental leave").submits();

        assertThat(boss.seesInModal())
                .contains("*Applying DevOps* is due on *March 31, 2027*", "I’ll let them know during their work hours");
        assertThat(ada.sees()).contains("now due on March 31, 2027");
        assertThat(isAudited(ada, boss, "due date", "parental leave")).isTrue();
        boss.closesTheForm();
        opens(boss, ada, "Move a due date");
        assertThat(boss.seesInModal()).contains("Applying DevOps, due March 31, 2027");
        boss.ticks("No due date").submits();
        assertThat(FIELD_CERT.learner(ada).course(COURSE).orElseThrow().due()).isEmpty();
    }

    @Test
    void theObjectivesToExcuseAreThoseOfTheChosenCourse() {
        ada.types("/cert enroll use-case-ci");
        opens(boss, ada, "Excuse an objective");
        assertThat(boss.seesInModal()).doesNotContain(objective(1).title());

        boss.chooses("Course", "Applying DevOps");
        assertThat(boss.seesInModal()).contains(objective(1).title());
        boss.chooses("Objective", objective(1).title());
        boss.enters("Reason", "  ").submits();
        boss.seesFieldError("Give a reason. It stays on the record, and the learner sees it. Nothing was changed.");
        boss.enters("Reason", "taught it for years").submits();

        assertThat(boss.seesInModal()).contains("is excused from");
        assertThat(ada.sees()).contains("You’ve been excused", "taught it for years");
        assertThat(FIELD_CERT
                        .learner(ada)
                        .course(COURSE)
                        .orElseThrow()
                        .objective(objective(1).id())
                        .state())
                .isEqualTo(State.EXCUSED);
    }

    @Test
    void oneMoreAttemptIsGivenAndNobodyGivesItThemself() {
        opens(boss, ada, "Give another attempt").enters("Reason", "was ill").submits();
        assertThat(boss.seesInModal()).contains("left at the check for *Applying DevOps*");
        assertThat(isAudited(ada, boss, "one more attempt", "was ill")).isTrue();
        boss.closesTheForm();

        boss.types("/cert enroll " + COURSE);
        opens(boss, boss, "Give another attempt").submits();

        boss.seesFieldError("You can’t give yourself another attempt. Ask another admin. Nothing was changed.");
    }

    @Test
    void aLearnerIsTakenOutOfACourse() {
        opens(boss, ada, "Unenroll").enters("Reason", "moved to another team").submits();

        assertThat(boss.seesInModal()).contains("is no longer in *Applying DevOps*");
        assertThat(FIELD_CERT.learner(ada).course(COURSE)).isEmpty();
        assertThat(isAudited(ada, boss, "unenrolled", "moved to another team")).isTrue();
        boss.closesTheForm();
        opens(boss, ada, "Unenroll");
        boss.seesFieldError(at(ada).substring(1) + " isn’t enrolled in anything, so there’s nothing to change.");
    }

    @Test
    void aCohortIsChosenAndLeft() {
        opens(boss, ada, "Cohort").enters("Cohort", "spring 2027").submits();
        assertThat(boss.seesInModal()).contains("is now in the cohort *spring 2027*");
        boss.closesTheForm();

        opens(boss, ada, "Cohort").enters("Cohort", "").submits();

        assertThat(FIELD_CERT.learner(ada).profile().cohort()).isNull();
    }

    @Test
    void aManagerIsChosenAndACircleRefused() {
        Person mia = FIELD_CERT.hires("mia");
        opens(boss, ada, "Manager").picks("Manager", mia.id()).submits();
        assertThat(boss.seesInModal()).contains(at(ada) + " now reports to " + at(mia));
        assertThat(ada.sees()).contains("is now your manager here");
        boss.closesTheForm();

        opens(boss, mia, "Manager").picks("Manager", ada.id()).submits();
        assertThat(boss.seesInModal()).contains("Manager", "*Person:* " + at(mia));
        boss.picks("Manager", mia.id())
                .submits()
                .seesFieldError("People can’t be their own manager. Nothing was changed.");
        boss.closesTheForm();

        assertThat(FIELD_CERT.learner(ada).profile().manager()).contains(mia.id());
        assertThat(FIELD_CERT
                        .bean(Learners.class)
                        .find(mia.id())
                        .flatMap(learner -> learner.profile().manager()))
                .isEmpty();
    }

    @Test
    void aRoleIsGivenAndTheLastAdminWhoIsNamedStays() {
        Person bob = FIELD_CERT.hires("bob");
        opens(boss, bob, "Role").chooses("Role", "Admin").submits();
        assertThat(boss.seesInModal()).contains("is now an *admin*");
        assertThat(bob.goesToTheBot().sees()).contains("made you an *admin*");
        boss.closesTheForm();

        opens(boss, bob, "Role").chooses("Role", "No role").submits();

        boss.seesFieldError("This person is the last named admin. Name another one first: "
                + "/cert-admin role @user admin. Nothing was changed.");
        assertThat(FIELD_CERT.bean(Roles.class).of(bob.id())).contains(Roles.Role.ADMIN);
    }

    @Test
    void aBadgeIsTakenBackWithTheReasonItsHolderReads() {
        Scholar scholar = FIELD_CERT.scholar(FIELD_CERT.hires("earner"));
        Person earner = scholar.person();
        opens(boss, earner, "Revoke a badge");
        boss.seesFieldError("This person has no valid badge.");
        boss.closesTheForm();
        earner.types("/cert enroll use-case-ci").goesToTheBot();
        earner.types("next").clicks("Take the knowledge check");
        scholar.finishes(true);

        opens(boss, earner, "Revoke a badge")
                .enters("Reason", "taken by mistake")
                .ticks("I’m sure. I know I can’t undo this.")
                .submits();

        assertThat(boss.seesInModal()).contains("Revoked:");
        assertThat(earner.sees()).contains("taken by mistake");
        assertThat(FIELD_CERT.bean(Awards.class).of(earner.id()))
                .allMatch(badge -> badge.standing() instanceof Standing.Revoked);
    }

    @Test
    void anAdminNamesWhoStandsInForAManager() {
        Person mia = FIELD_CERT.hires("mia");
        Person linus = FIELD_CERT.hires("linus");
        opens(boss, mia, "Delegate of a manager")
                .picks("Who else can review their team’s assignments", linus.id())
                .submits();
        boss.seesFieldError("Nobody reports to this person here. Nothing was changed.");
        FIELD_CERT.bean(AssignManager.class).assign(ada.id(), mia.id(), boss.id(), "test");

        boss.submits();

        assertThat(boss.seesInModal()).contains(at(linus) + " is now " + at(mia) + "’s delegate");
        assertThat(mia.goesToTheBot().sees()).contains(at(boss) + " made " + at(linus) + " your delegate");
        assertThat(linus.goesToTheBot().sees()).contains(at(boss) + " made you " + at(mia) + "’s delegate");
        assertThat(FIELD_CERT.bean(Delegates.class).of(mia.id())).contains(linus.id());
        assertThat(isAudited(mia, boss, "delegate set", "")).isTrue();
        boss.closesTheForm().types("/cert-admin delegate " + at(mia) + " none");
        assertThat(boss.sees()).contains(at(mia) + " no longer has a delegate");
        assertThat(linus.sees()).contains("You’re no longer " + at(mia) + "’s delegate");
    }

    @Test
    void whoChoosesThemselfForAManagerIsNotToldOfIt() {
        Person mia = FIELD_CERT.hires("mia");
        Person linus = FIELD_CERT.hires("linus");
        FIELD_CERT.bean(AssignManager.class).assign(ada.id(), mia.id(), boss.id(), "test");
        boss.types("/cert-admin delegate " + at(mia) + " " + at(linus));

        boss.types("/cert-admin delegate " + at(mia) + " " + at(boss)).goesToTheBot();

        assertThat(FIELD_CERT.bean(Delegates.class).of(mia.id())).contains(boss.id());
        assertThat(boss.seesMessages()).noneMatch(message -> message.contains("you stand in for"));
        assertThat(linus.goesToTheBot().sees()).contains("You’re no longer " + at(mia) + "’s delegate");
    }

    @Test
    void aManagerChoosesTheirOwnDelegateInHome() {
        Person mia = FIELD_CERT.hires("mia");
        Person linus = FIELD_CERT.hires("linus");
        FIELD_CERT.bean(AssignManager.class).assign(ada.id(), mia.id(), boss.id(), "test");
        mia.opensHome().clicks("My team");
        assertThat(mia.home()).contains("Choose a delegate to review your team’s assignments");

        mia.clicks("Choose a delegate")
                .picks("Who else can review your team’s assignments", mia.id())
                .submits();
        mia.seesFieldError("You already review your team’s assignments. Choose someone else.");
        mia.picks("Who else can review your team’s assignments", linus.id()).submits();

        assertThat(FIELD_CERT.bean(Delegates.class).of(mia.id())).contains(linus.id());
        assertThat(linus.goesToTheBot().sees()).contains(at(mia) + " made you their delegate");
        assertThat(mia.home()).contains(at(linus) + " is your delegate");
    }

    @Test
    void aLookShowsStandingReasonsAndTheAuditInTheForm() {
        opens(boss, ada, "See their progress");
        assertThat(boss.seesInModal()).contains(at(ada) + "’s progress", "Applying DevOps");
        boss.clicks("Something else")
                .chooses("What to do", "Why a message was sent")
                .submits();
        assertThat(boss.seesInModal()).contains("Why the bot did or didn’t message");
        for (int i = 1; i <= 12; i++) {
            boss.types("/cert-admin attempt " + at(ada) + " " + COURSE + " reason" + i);
            FIELD_CERT.clock().advance(java.time.Duration.ofMinutes(1));
        }
        boss.clicks("Something else").chooses("What to do", "Audit log").submits();

        assertThat(boss.seesInModal()).contains("reason12").doesNotContain("_reason1_");
        boss.clicks("Older");
        assertThat(boss.seesInModal()).contains("_reason1_");
    }

    @Test
    void whoIsNoAdminAnyMoreChangesNothingWithAFormThatIsOpen() {
        Person bob = FIELD_CERT.hires("bob");
        boss.types("/cert-admin role " + at(boss) + " admin");
        boss.types("/cert-admin role " + at(bob) + " admin");
        opens(bob, ada, "Unenroll");
        boss.types("/cert-admin role " + at(bob) + " none");

        bob.submits();

        assertThat(FIELD_CERT.learner(ada).course(COURSE)).isPresent();
        assertThat(bob.goesToTheBot().sees()).contains("Only program admins can use");
        assertThat(isAudited(bob, bob, "refused: admin action admin-unenroll", ""))
                .isTrue();
    }

    @Test
    void aLearnersForgedClickOpensNoForm() {
        boss.opensHome().clicks("Admin");
        Button forged = boss.button("A person’s record");

        ada.click(forged);

        assertThat(ada.hasAFormOpen()).isFalse();
        assertThat(ada.sees()).contains("Only program admins can use");
        assertThat(isAudited(ada, ada, "refused: admin action admin-record", ""))
                .isTrue();
    }

    @Test
    void channelsAndTheirLoudnessAreChosenInAForm() {
        var wins = FIELD_CERT.workspace().channel("pipeline-wins").removesTheBot();
        boss.opensHome().clicks("Admin").clicks("Announcements");
        assertThat(boss.seesInModal()).contains("No channels are set here", "Each badge as it’s earned");

        boss.chooses("Change the channel for", "Badges for the path Pipeline Generation & Qualification");
        boss.submits()
                .seesFieldError("There’s no channel set for that, so there’s nothing to remove. Nothing was changed.");
        boss.picks("Channel", wins.id()).submits();
        boss.seesFieldError(
                "I’m not in that channel yet. Type /invite @FieldCert there, and then try again. Nothing was "
                        + "changed.");
        wins.invitesTheBot();
        boss.chooses("How to announce badges", "All badges in one message a day")
                .submits();
        assertThat(boss.seesInModal()).contains("I’ll post badges for the path", "all badges in one message a day");
        boss.closesTheForm();

        assertThat(FIELD_CERT.bean(Channels.class).chosen())
                .containsEntry(Channels.Purpose.badgesOfPath("pipeline"), wins.id());
        assertThat(FIELD_CERT.bean(Announcements.class).areQuiet()).isTrue();
        assertThat(isAudited("program", "badges-of-path:pipeline")).isTrue();
        FIELD_CERT.later(java.time.Duration.ofMinutes(1));
        assertThat(boss.home()).contains("badges are announced once a day");
        boss.clicks("Announcements").chooses("Change the channel for", "Badges for a cohort");
        boss.enters("The cohort’s name", "spring").picks("Channel", wins.id()).submits();
        assertThat(FIELD_CERT.bean(Channels.class).chosen())
                .containsEntry(Channels.Purpose.badgesOfCohort("spring"), wins.id());
    }

    private static boolean isAudited(String about, String what) {
        return FIELD_CERT.bean(AuditTrail.class).about(about, 0, 20).stream()
                .anyMatch(entry -> AuditText.of(entry.what()).contains(what));
    }

    @Test
    void aPreviewIsChosenInAFormAndMarksNothing() {
        boss.opensHome().clicks("Admin").clicks("Preview").chooses("Course", "Applying DevOps");

        boss.chooses("Objective", objective(0).title()).submits();

        assertThat(boss.goesToTheBot().sees())
                .contains(
                        "Preview · Card 1 of",
                        objective(0).lesson().cards().get(0).title());
        assertThat(FIELD_CERT.bean(Learners.class).find(boss.id())).isEmpty();
    }

    @Test
    void theOtherButtonsOfTheTabAnswerInTheDm() {
        boss.opensHome().clicks("Admin").clicks("Messages due");
        assertThat(boss.goesToTheBot().sees()).contains("Due now:");
        boss.types("/cert-admin announce quiet");
        boss.opensHome().clicks("Audit log");
        assertThat(boss.goesToTheBot().sees()).contains("Audit log", "set badge announcements to one daily digest");
    }

    @Test
    void aPathCanBeChangedAsAWhole() {
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), "pipeline", ada.id(), null));

        opens(boss, ada, "Move a due date");
        boss.chooses("Path or course", "Path: Pipeline Generation & Qualification");
        boss.enters("Due", "2027-06-30").submits();

        assertThat(FIELD_CERT.learner(ada).paths().get(0).due()).isEqualTo(LocalDate.of(2027, 6, 30));
    }
}
