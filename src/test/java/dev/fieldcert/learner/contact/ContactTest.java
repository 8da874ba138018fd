package dev.fieldcert.learner.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.InMemoryLearners;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.learner.contact.PraiseOrNudge.Kind;
import dev.fieldcert.learner.contact.PraiseOrNudge.Outcome;
import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.DueMention;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.learner.retention.AskRetrieval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say to each other through the bot, and what the drip decided to say. */
class ContactTest {

    private static final String ADA = "U0ADA";
    private static final String GRACE = "U0GRACE";

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final InMemoryLearners learners = new InMemoryLearners(clock);
    private final AuditTrail audit = mock(AuditTrail.class);
    private final PraiseOrNudge praise = new PraiseOrNudge(learners, audit, clock);
    private final GiveFeedback feedback = new GiveFeedback(learners, clock);
    private final PlanContacts planContacts =
            new PlanContacts(learners, new AskRetrieval(learners, mock(Programs.class), clock, () -> 7), clock);
    private final Learner ada = learners.know(new Learner(ADA));

    @BeforeEach
    void managed() {
        ada.assignManager(GRACE);
        ada.enrollInCourse("plans", ADA, null, clock.instant());
    }

    private Outcome says(Kind kind, String by) {
        return praise.say(kind, by, ADA, Optional.empty()).result();
    }

    @Test
    void aManagerPraisesOnceADay() {
        assertThat(says(Kind.PRAISE, GRACE)).isEqualTo(new Outcome.Said());
        assertThat(learners.told(ADA)).containsExactly(new Notification.ManagerNote(GRACE, "praise", null));
        assertThat(says(Kind.PRAISE, GRACE)).isEqualTo(new Outcome.AlreadyToday());
        clock.advance(Duration.ofDays(1));
        assertThat(says(Kind.PRAISE, GRACE)).isEqualTo(new Outcome.Said());
        verifyNoInteractions(audit);
    }

    @Test
    void theDayIsTheLearnersOwn() {
        ada.meet(ada.profile().seenAs("Ada", null, "Pacific/Auckland", false, false), clock.instant());
        assertThat(says(Kind.NUDGE, GRACE)).isEqualTo(new Outcome.Said());
        clock.advance(Duration.ofHours(3));
        assertThat(says(Kind.NUDGE, GRACE)).isEqualTo(new Outcome.Said());
        assertThat(learners.told(ADA)).containsOnly(new Notification.ManagerNote(GRACE, "nudge", null));
        assertThat(says(Kind.NUDGE, GRACE)).isEqualTo(new Outcome.AlreadyToday());
    }

    @Test
    void aNudgeThatIsWorkedOnAgainIsStillSaid() {
        for (int run = 0; run < 2; run++) {
            new RequestContext("one request", clock.instant())
                    .during(() -> assertThat(says(Kind.NUDGE, GRACE)).isEqualTo(new Outcome.Said()));
        }
        assertThat(learners.told(ADA)).hasSize(1);
    }

    @Test
    void nobodyIsNudgedInAPauseOrAboutNothing() {
        ada.prefer(ada.preferences().pausedUntil(LocalDate.of(2026, 11, 3)));
        assertThat(says(Kind.NUDGE, GRACE)).isEqualTo(new Outcome.OnPause());
        ada.leaveCourse("plans");
        assertThat(says(Kind.NUDGE, GRACE)).isEqualTo(new Outcome.NothingOpen());
        assertThat(says(Kind.PRAISE, GRACE)).isEqualTo(new Outcome.Said());
    }

    @Test
    void onlyTheManagerMay() {
        assertThat(says(Kind.PRAISE, "U0EVE")).isEqualTo(new Outcome.NotTheirs());
        verify(audit).note(ADA, "U0EVE", AuditedAction.of(AuditedAction.Code.PRAISE_REFUSED), "");
        assertThat(says(Kind.NUDGE, "U0EVE")).isEqualTo(new Outcome.NotTheirs());
        verify(audit).note(ADA, "U0EVE", AuditedAction.of(AuditedAction.Code.NUDGE_REFUSED), "");
        assertThat(praise.say(Kind.PRAISE, GRACE, "U0NOBODY", Optional.empty()).result())
                .isEqualTo(new Outcome.NotTheirs());
        assertThat(mockingDetails(audit).getInvocations()).hasSize(2);
        assertThat(learners.told(ADA)).isEmpty();
    }

    @Test
    void feedbackIsKeptAndPassedOn() {
        assertThat(feedback.give(ADA, "  All is well ").result()).isEqualTo(new GiveFeedback.Outcome.Thanks());

        assertThat(learners.told(ADA)).containsExactly(new Notification.Feedback("All is well"));
        assertThat(learners.events(LearnerEvent.FeedbackGiven.class))
                .singleElement()
                .satisfies(given -> {
                    assertThat(given.text()).isEqualTo("All is well");
                    assertThat(given.at()).isEqualTo(clock.instant());
                    assertThat(given.learner()).isEqualTo(ADA);
                });
    }

    @Test
    void feedbackIsNeitherEmptyNorABook() {
        assertThat(feedback.give(ADA, " ").result()).isEqualTo(new GiveFeedback.Outcome.Empty());
        assertThat(feedback.give(ADA, "x".repeat(GiveFeedback.LONGEST + 1)).result())
                .isEqualTo(new GiveFeedback.Outcome.TooLong(GiveFeedback.LONGEST + 1));
        assertThat(feedback.give(ADA, "x".repeat(GiveFeedback.LONGEST)).result())
                .isEqualTo(new GiveFeedback.Outcome.Thanks());
    }

    @Test
    void aPlanIsRememberedAndItsMessagesWaitForTheLearnersHours() {
        Instant later = clock.instant().plus(Duration.ofHours(3));
        ContactState state = ContactState.NONE.mentioned(
                new DueMention("plans", LocalDate.of(2026, 11, 9), DueMention.What.SEVEN_DAYS));
        Notification contact = new Notification.Contact(new ContactContent.DueNews(), List.of(), List.of());
        var plan = new PlanContacts.Plan(state, Reason.Code.DUE_NEWS, Optional.of(later), List.of(contact));

        var planned = planContacts.plan(ada, learner -> plan);

        assertThat(planned.result()).isSameAs(plan);
        assertThat(plan.sends()).isTrue();
        assertThat(ada.contact()).isEqualTo(state);
        assertThat(ada.nextContactAt()).contains(later);
        assertThat(ada.outbox().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.unsolicited()).isTrue());
        var silent = new PlanContacts.Plan(state, Reason.Code.NOTHING_TO_DO, Optional.empty(), List.of());
        assertThat(silent.sends()).isFalse();
        planContacts.plan(ada, learner -> silent);
        assertThat(ada.nextContactAt()).isEmpty();
    }
}
