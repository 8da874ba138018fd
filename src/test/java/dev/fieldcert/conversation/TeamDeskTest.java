package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.preferences.ChangePreferences;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.profile.AssignManager.Outcome;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.record.AuditText;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.team.TeamMessages;
import dev.fieldcert.team.Need;
import dev.fieldcert.team.TeamMember;
import dev.fieldcert.team.TeamView;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /cert team}: who needs their manager, praise and nudge, and who manages whom. */
class TeamDeskTest {

    private static final String COURSE = "applying-devops";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Person grace = FIELD_CERT.hires("grace");

    private static Outcome assign(String learner, String manager) {
        var assigned = FIELD_CERT.bean(AssignManager.class).assign(learner, manager, "U0ADMIN", "test");
        FIELD_CERT.bean(OutboxRelay.class).deliver(assigned);
        return assigned.result();
    }

    private Person report(String name, LocalDate due) {
        Person person = FIELD_CERT.hires(name);
        assign(person.id(), grace.id());
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(person.id(), COURSE, person.id(), due));
        return person;
    }

    @Test
    void whoeverManagesNobodyIsToldSo() {
        grace.types("/cert team").goesToTheBot();

        assertThat(grace.sees()).contains("Nobody reports to you here yet");
    }

    @Test
    void whoNeedsTheManagerMostComesFirst() {
        Person fine = report("fine", null);
        Person soon = report("soon", LocalDate.of(2026, 11, 6));
        Person late = report("late", LocalDate.of(2026, 10, 30));

        grace.types("/cert team").goesToTheBot();

        assertThat(grace.sees()).contains("3 people", "1 overdue", "overdue* since October 30, 2026", "due soon");
        assertThat(FIELD_CERT.bean(TeamView.class).page(grace.id(), 0).members())
                .extracting(TeamMember::id)
                .containsExactly(late.id(), soon.id(), fine.id());
    }

    @Test
    void aLapsedBadgeIsSeenUntilItIsRenewed() {
        Scholar ada = FIELD_CERT.scholar(FIELD_CERT.hires("ada"));
        assign(ada.id(), grace.id());
        ada.person().types("/cert enroll use-case-ci").goesToTheBot().clicks("Take the knowledge check");
        ada.finishes(true);
        FIELD_CERT.clock().moveTo("2027-10-25T09:00:00Z");
        FIELD_CERT.calendar();

        grace.types("/cert team").goesToTheBot();
        assertThat(grace.sees()).contains("1 badge lapses soon").doesNotContain("lapsed");
        FIELD_CERT.clock().moveTo("2027-11-02T09:00:00Z");
        grace.types("/cert team");
        assertThat(grace.sees())
                .contains("1 with a lapsed badge", "to renew*: “Use Case: Continuous Integration” lapsed on");
        grace.clicks("Details");
        assertThat(grace.seesInModal()).contains("Badges to renew", "lapsed on November 2, 2027");
        grace.closesTheForm();
        assertThat(TeamMessages.homeBlocks(
                                FIELD_CERT.bean(TeamView.class).page(grace.id(), 0),
                                null,
                                When.in(null, FIELD_CERT.clock().instant()))
                        .toString())
                .contains("lapsed on November 2, 2027");

        ada.person().types("next").clicks("Start the check");
        ada.finishes(true);
        grace.types("/cert team");

        assertThat(grace.sees()).contains("all done").doesNotContain("lapse");
    }

    @Test
    void aPersonsDetailShowsStatesAndNeverAnAnswer() {
        Scholar ada = FIELD_CERT.scholar(report("ada", null));
        ada.person().types("next").clicks("I’m ready");
        ada.answersWrong();
        String answer =
                String.join("", ada.attempt().orElseThrow().items().get(0).answer());

        grace.types("/cert team").goesToTheBot().clicks("Details");

        assertThat(answer).isNotEmpty();
        assertThat(grace.seesInModal())
                .contains("Applying DevOps", "Apply DevOps concepts and terms – _learning_", "never anyone’s answers")
                .doesNotContain("wrong", "Not quite");
    }

    @Test
    void theLearnerSeesWhatTheirManagerSees() {
        Person ada = report("ada", null);
        Learner learner = FIELD_CERT.learner(ada);
        TeamMember seen = FIELD_CERT.bean(TeamView.class).seenByTheirManager(learner);

        assertThat(FIELD_CERT.bean(TeamView.class).member(grace.id(), ada.id())).contains(seen);
        assertThat(TeamMessages.whatYourManagerSees(
                                seen,
                                grace.id(),
                                When.in(null, FIELD_CERT.clock().instant()))
                        .toString())
                .contains("What your manager can see about you", "Applying DevOps");
    }

    @Test
    void somebodyElsesReportStaysOutOfSight() {
        Person ada = report("ada", null);
        Person mallory = FIELD_CERT.hires("mallory");
        assign(FIELD_CERT.hires("other").id(), mallory.id());
        mallory.types("/cert team").goesToTheBot();

        mallory.click(mallory.button("Details").tamperedWith(ada.id()));
        assertThat(mallory.seesInModal()).contains("doesn’t report to you").doesNotContain("Applying DevOps");
        mallory.closesTheForm();
        mallory.click(mallory.button("👋 Nudge").tamperedWith(ada.id())).submits();

        assertThat(mallory.seesInModal()).contains("Only a person’s manager can do that");
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(ada.id(), 0, 9))
                .filteredOn(entry -> entry.by().equals(mallory.id()))
                .extracting(entry -> AuditText.of(entry.what()))
                .containsExactlyInAnyOrder(
                        "refused: viewing their progress – not the manager", "refused: nudge – not the manager");
    }

    @Test
    void aNudgeIsSaidOnceADayAndPraiseBeside() {
        Person ada = report("ada", null);
        grace.types("/cert team").goesToTheBot();
        FIELD_CERT.later(Duration.ofHours(2));
        Button nudge = grace.button("👋 Nudge");
        Button praise = grace.button("👏 Praise");

        grace.click(nudge);
        assertThat(ada.seesMessages()).noneMatch(message -> message.contains("can find 10 minutes"));
        grace.enters("In your own words", "Ask me about *pipeline*.").submits();
        assertThat(grace.seesInModal()).contains("👋", "I’ll nudge");
        grace.closesTheForm();
        FIELD_CERT.later(Duration.ofMinutes(1));
        grace.click(nudge).submits();
        assertThat(grace.seesInModal()).contains("Once a day is enough");
        grace.closesTheForm();
        grace.click(praise).submits().closesTheForm();

        assertThat(ada.seesMessages().stream().filter(message -> message.contains("can find 10 minutes")))
                .hasSize(1);
        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("> Ask me about *pipeline*."));
        assertThat(ada.sees()).contains("well done");

        FIELD_CERT.later(Duration.ofDays(1));
        grace.types("team").click(grace.button("👋 Nudge")).submits();
        assertThat(ada.seesMessages().stream().filter(message -> message.contains("can find 10 minutes")))
                .hasSize(2);
    }

    @Test
    void aPauseIsRespectedByTheManagerToo() {
        Person ada = report("ada", null);
        FIELD_CERT.bean(ChangePreferences.class).change(ada.id(), preferences -> preferences.stopped(true));
        int heard = ada.seesMessages().size();
        grace.types("/cert team").goesToTheBot();

        grace.clicks("👋 Nudge").submits();

        assertThat(grace.seesInModal()).contains("paused reminders");
        assertThat(ada.seesMessages()).hasSize(heard);
    }

    @Test
    void fourHundredReportsAreReadPageByPage() {
        List<String> ids = IntStream.range(0, 400).mapToObj(i -> "U9TEAM" + i).toList();
        ids.forEach(id -> assign(id, grace.id()));

        grace.types("/cert team").goesToTheBot();
        assertThat(grace.sees()).contains("400 people", "page 1 of 40", "[Page 2 ›]");
        grace.clicks("Page 2 ›");
        assertThat(grace.sees()).contains("page 2 of 40", "[‹ Page 1]");
        grace.types("/cert team 40").goesToTheBot();
        assertThat(grace.sees()).contains("page 40 of 40").doesNotContain("Page 41");

        grace.opensHome().clicks("My team");
        assertThat(grace.home()).contains("400 people", "page 1 of 40");
        grace.clicks("Page 2 ›");
        assertThat(grace.home()).contains("page 2 of 40", "[‹ Page 1]");

        TeamView view = FIELD_CERT.bean(TeamView.class);
        assertThat(IntStream.range(0, 40).boxed().flatMap(page -> view.page(grace.id(), page).members().stream()))
                .extracting(TeamMember::id)
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(TeamMessages.homeBlocks(
                        view.page(grace.id(), 20),
                        null,
                        When.in(null, FIELD_CERT.clock().instant())))
                .hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void nobodyManagesThemselfNorInACircle() {
        Person ada = FIELD_CERT.hires("ada");
        Person bob = FIELD_CERT.hires("bob");
        assertThat(assign(ada.id(), bob.id())).isInstanceOf(Outcome.Assigned.class);
        assertThat(assign(bob.id(), grace.id())).isInstanceOf(Outcome.Assigned.class);

        assertThat(assign(grace.id(), grace.id())).isEqualTo(new Outcome.OwnManager());
        assertThat(assign(grace.id(), ada.id())).isEqualTo(new Outcome.Circle(List.of(ada.id(), bob.id(), grace.id())));
        assertThat(assign(ada.id(), "nobody")).isEqualTo(new Outcome.Unknown("nobody"));
        assertThat(assign(ada.id(), bob.id())).isEqualTo(new Outcome.AlreadySo());

        assertThat(FIELD_CERT.learner(ada).profile().managerId()).isEqualTo(bob.id());
        assertThat(assign(ada.id(), null)).isEqualTo(new Outcome.Removed(bob.id()));
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(ada.id(), 0, 9))
                .extracting(entry -> AuditText.of(entry.what()))
                .containsExactlyInAnyOrder("manager set to " + bob.id(), "manager removed, was " + bob.id());
    }

    @Test
    void aDelegateMustBeAPersonAndSomebodyElse() {
        Person ada = report("ada", null);
        grace.types("/cert delegate @" + grace.client().user().get("name").getAsString())
                .goesToTheBot();
        assertThat(grace.sees()).contains("Choose someone else");

        ada.client().leavesTheCompany();
        grace.types("/cert delegate @" + ada.client().user().get("name").getAsString());
        assertThat(grace.sees()).contains("can’t be your delegate");
        grace.types("/cert delegate");
        assertThat(grace.sees()).contains("You don’t have a delegate.", "/cert delegate @person");
        assertThat(FIELD_CERT.bean(TeamView.class).page(grace.id(), 0).members())
                .extracting(TeamMember::need)
                .containsExactly(Need.LEFT);
    }
}
