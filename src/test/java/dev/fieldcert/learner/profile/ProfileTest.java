package dev.fieldcert.learner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.InMemoryLearners;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.Notification.Changed.Kind;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.learner.profile.AssignManager.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who somebody is, who manages them, and in which cohort they are. */
class ProfileTest {

    private static final String ADA = "U0ADA";
    private static final String GRACE = "U0GRACE";
    private static final String BOSS = "U0BOSS";

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final InMemoryLearners learners = new InMemoryLearners(clock);
    private final AssignManager assign = new AssignManager(learners, clock);
    private final ChooseCohort cohort = new ChooseCohort(learners, clock);
    private final UpdateProfile update = new UpdateProfile(learners, clock);
    private final Learner ada = learners.know(new Learner(ADA));

    private Outcome assigned(String learner, String manager) {
        return assign.assign(learner, manager, BOSS, "why").result();
    }

    private List<LearnerEvent.Audited> audited() {
        return learners.events(LearnerEvent.Audited.class);
    }

    @Test
    void aManagerIsSetChangedAndTaken() {
        assertThat(assigned(ADA, GRACE)).isEqualTo(new Outcome.Assigned(null));
        assertThat(ada.profile().manager()).contains(GRACE);
        assertThat(assigned(ADA, GRACE)).isEqualTo(new Outcome.AlreadySo());
        assertThat(assigned(ADA, "U0MIA")).isEqualTo(new Outcome.Assigned(GRACE));
        assertThat(assigned(ADA, null)).isEqualTo(new Outcome.Removed("U0MIA"));
        assertThat(ada.profile().manager()).isEmpty();
        assertThat(assigned(ADA, null)).isEqualTo(new Outcome.AlreadySo());
        assertThat(audited()).allMatch(entry -> entry.why().equals("why"));
        assertThat(audited())
                .extracting(LearnerEvent.Audited::what)
                .containsExactly(
                        AuditedAction.of(AuditedAction.Code.MANAGER_SET, GRACE),
                        AuditedAction.of(AuditedAction.Code.MANAGER_SET, "U0MIA"),
                        AuditedAction.of(AuditedAction.Code.MANAGER_REMOVED, "U0MIA"));
        assertThat(ada.outbox().messages()).isEmpty();
    }

    @Test
    void theLearnerIsToldWhenTheyAreToBe() {
        assertThat(assign.assignAndTell(ADA, GRACE, BOSS, "").result()).isEqualTo(new Outcome.Assigned(null));

        assertThat(learners.told(ADA)).containsExactly(Notification.Changed.of(Kind.MANAGER, GRACE, BOSS));
    }

    @Test
    void aRequestThatComesAgainHearsWhatItDid() {
        for (int run = 0; run < 2; run++) {
            new RequestContext("one request", clock.instant())
                    .during(() -> assertThat(assigned(ADA, GRACE)).isEqualTo(new Outcome.Assigned(null)));
        }
        assertThat(audited()).hasSize(1);
    }

    @Test
    void somebodyNewBeginsWithTheirManagerAndNobodyWithoutOne() {
        assertThat(assigned("U0NEW", null)).isEqualTo(new Outcome.AlreadySo());
        assertThat(learners.find("U0NEW")).isEmpty();
        assertThat(assigned("U0NEW", GRACE)).isEqualTo(new Outcome.Assigned(null));
        assertThat(learners.find("U0NEW")).isPresent();
    }

    @Test
    void whatIsNoPersonManagesNobody() {
        assertThat(assigned("nonsense", GRACE)).isEqualTo(new Outcome.Unknown("nonsense"));
        assertThat(assigned(null, GRACE)).isEqualTo(new Outcome.Unknown("null"));
        assertThat(assigned(ADA, "B0T")).isEqualTo(new Outcome.Unknown("B0T"));
        assertThat(assigned(ADA, ADA)).isEqualTo(new Outcome.OwnManager());
        Learner gone = learners.know(new Learner("U0GONE"));
        gone.meet(Profile.UNKNOWN.seenAs("Gone", null, null, false, true), clock.instant());
        assertThat(assigned(ADA, "U0GONE")).isEqualTo(new Outcome.Unknown("U0GONE"));
        assertThat(assign.refusal(ADA, GRACE)).isEmpty();
        assertThat(ada.profile().manager()).isEmpty();
    }

    @Test
    void nobodyIsTheirOwnManagersManager() {
        assigned(ADA, GRACE);
        assigned(GRACE, BOSS);
        assigned(BOSS, "U0TOP");

        assertThat(assigned(BOSS, ADA)).isEqualTo(new Outcome.Circle(List.of(ADA, GRACE, BOSS)));
        assertThat(assigned(GRACE, ADA)).isEqualTo(new Outcome.Circle(List.of(ADA, GRACE)));
    }

    @Test
    void aCircleThatIsThereAlreadyEnds() {
        learners.know(new Learner("U0AA")).assignManager("U0BB");
        learners.know(new Learner("U0BB")).assignManager("U0AA");

        assertThat(assigned(ADA, "U0AA")).isEqualTo(new Outcome.Assigned(null));
    }

    @Test
    void aCohortIsChosenAndLeft() {
        assertThat(cohort.choose(ADA, "spring", BOSS, "asked", true).result())
                .isEqualTo(new ChooseCohort.Outcome.Chosen());
        assertThat(ada.profile().cohort()).isEqualTo("spring");
        assertThat(learners.told(ADA)).containsExactly(Notification.Changed.of(Kind.COHORT, "spring", BOSS));
        assertThat(cohort.choose(ADA, "spring", BOSS, "", true).result())
                .isEqualTo(new ChooseCohort.Outcome.AlreadySo());
        assertThat(cohort.choose(ADA, null, BOSS, "", false).result()).isEqualTo(new ChooseCohort.Outcome.Chosen());
        assertThat(ada.profile().cohort()).isNull();
        assertThat(learners.told(ADA)).hasSize(1);
        assertThat(audited())
                .extracting(LearnerEvent.Audited::what)
                .containsExactly(
                        AuditedAction.of(AuditedAction.Code.COHORT_JOINED, "spring"),
                        AuditedAction.of(AuditedAction.Code.COHORT_LEFT));
        assertThat(audited())
                .hasSize(2)
                .first()
                .satisfies(entry -> assertThat(entry.why()).isEqualTo("asked"));
    }

    @Test
    void aCohortsNameIsNeitherEmptyNorLong() {
        String longest = "x".repeat(ChooseCohort.LONGEST_NAME);
        assertThat(cohort.choose(ADA, longest, BOSS, "", false).result()).isEqualTo(new ChooseCohort.Outcome.Chosen());
        for (String name : List.of(" ", longest + "x")) {
            assertThatThrownBy(() -> cohort.choose(ADA, name, BOSS, "", false))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aProfileIsFollowedForThoseWeTeach() {
        Profile seen = Profile.UNKNOWN.seenAs("Ada", "ada@example.com", "Europe/Berlin", false, false);
        ada.assignManager(GRACE);

        assertThat(update.update(ADA, seen)).isTrue();
        assertThat(ada.profile()).isEqualTo(seen.managedBy(GRACE));
        assertThat(update.update(ADA, seen)).isTrue();
        assertThat(update.update("U0EVE", seen)).isFalse();
        assertThat(learners.find("U0EVE")).isEmpty();
    }

    @Test
    void anAccountThatIsGoneIsKnownToBeUntilItIsBack() {
        update.update(ADA, Profile.UNKNOWN.seenAs("Ada", "ada@example.com", "Europe/Berlin", true, false));
        update.update(ADA, Profile.UNKNOWN.seenAs("Ada", "ada@example.com", "Europe/Berlin", true, true));

        assertThat(ada.profile().deactivated()).isTrue();
        assertThat(ada.nextContactAt()).isEmpty();
        update.update(ADA, Profile.UNKNOWN.seenAs("Ada", "ada@example.com", "Europe/Berlin", true, false));
        assertThat(ada.nextContactAt()).contains(clock.instant());
    }
}
