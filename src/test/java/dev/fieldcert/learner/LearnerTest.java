package dev.fieldcert.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.DueMention;
import dev.fieldcert.outbox.Lease;
import dev.fieldcert.outbox.Outbox;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.RoundResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The aggregate: what it says of itself, and what each change leaves behind. */
class LearnerTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Notification CARD = new Notification.Card("plans", "first", 0, null);
    private static final Notification.MessageRef PLACE = new Notification.MessageRef("D1", "1.2");

    private final Learner ada = new Learner("U0ADA");

    private List<Notification> told() {
        return ada.outbox().messages().stream()
                .map(message -> (Notification) message.content())
                .toList();
    }

    private Set<String> ids() {
        return ada.outbox().messages().stream().map(OutboxMessage::id).collect(Collectors.toSet());
    }

    private void delivered(Set<String> sent, Set<String> withdrawn, Set<String> dead, boolean prepared, Instant at) {
        ada.delivered(new RoundResult(prepared, sent, withdrawn, dead, List.of()), "me", Set.of("e1"), at);
    }

    private static Profile seen(boolean deactivated, String zone) {
        return Profile.UNKNOWN.seenAs("Ada", "ada@example.com", zone, false, deactivated);
    }

    @Test
    void somebodyIsKnownByACourseAPathAManagerOrACohort() {
        assertThat(ada.hasAnything()).isFalse();
        ada.join("spring");
        assertThat(ada.hasAnything()).isTrue();
        ada.join(null);
        ada.assignManager("U0GRACE");
        assertThat(ada.hasAnything()).isTrue();
        ada.assignManager(null);
        ada.enrollInPath("basics", "U0ADA", null, NOW);
        assertThat(ada.hasAnything()).isTrue();
        assertThat(ada.isEnrolled()).isFalse();
        ada.leavePath("basics");
        ada.enrollInCourse("plans", "U0ADA", null, NOW);
        assertThat(ada.isEnrolled()).isTrue();
        assertThat(ada.hasAnything()).isTrue();
        assertThat(ada.leaveCourse("gone")).isFalse();
        assertThat(ada.leaveCourse("plans")).isTrue();
        assertThat(ada.hasAnything()).isFalse();
        SomeLearners.completed(ada, "plans", NOW);
        assertThat(ada.isEnrolled()).isTrue();
    }

    @Test
    void aCourseIsNotAskedAboutWhileItsNewestBadgeIsRevoked() {
        ada.complete(SomeLearners.checked(SomeLearners.enrolled("plans", NOW), 1, NOW), "award-1", NOW);
        ada.revoke("award-1");
        assertThat(ada.notRetrieved()).containsExactly("plans");

        Instant again = NOW.plusSeconds(60);
        ada.complete(SomeLearners.checked(SomeLearners.enrolled("plans", again), 1, again), "award-2", again);
        assertThat(ada.notRetrieved()).isEmpty();
    }

    @Test
    void theNewestCompletionCounts() {
        SomeLearners.completed(ada, "plans", NOW.plusSeconds(60));
        SomeLearners.completed(ada, "plans", NOW);

        assertThat(ada.completion("plans").orElseThrow().completedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(ada.completion("gone")).isEmpty();
        assertThat(ada.completions()).hasSize(2);
    }

    @Test
    void aZoneThatIsNoneIsUtc() {
        assertThat(ada.zone()).isEqualTo(ZoneOffset.UTC);
        ada.meet(seen(false, "Nowhere/Land"), NOW);
        assertThat(ada.zone()).isEqualTo(ZoneOffset.UTC);
        ada.meet(seen(false, "Europe/Berlin"), NOW);
        assertThat(ada.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void whoIsBackIsLookedAtAnew() {
        ada.meet(seen(true, null), NOW);
        assertThat(ada.nextContactAt()).isEmpty();
        ada.meet(seen(true, null), NOW.plusSeconds(5));
        ada.meet(seen(false, null), NOW.plusSeconds(9));
        assertThat(ada.nextContactAt()).contains(NOW.plusSeconds(9));
    }

    @Test
    void aPathsDueDateMovesAndNoOther() {
        LocalDate due = LocalDate.of(2027, 3, 31);
        ada.enrollInPath("basics", "U0ADA", null, NOW);
        ada.enrollInPath("extra", "U0ADA", null, NOW);

        ada.movePathDueDate("extra", due);

        assertThat(ada.path("basics").orElseThrow().due()).isNull();
        assertThat(ada.path("extra").orElseThrow().due()).isEqualTo(due);
        assertThat(ada.path("gone")).isEmpty();
    }

    @Test
    void whoWasInNoPathIsCertifiedInIt() {
        ada.certify("basics", NOW, "w1", NOW.plusSeconds(9));
        assertThat(ada.paths())
                .containsExactly(new PathProgress("basics", NOW, "U0ADA", null, "w1", NOW.plusSeconds(9)));
        ada.certify("basics", NOW.plusSeconds(1), "w2", null);
        assertThat(ada.paths()).containsExactly(new PathProgress("basics", NOW, "U0ADA", null, "w2", null));
    }

    @Test
    void aRenewalThatIsOfferedAgainIsBroughtUpAgain() {
        LocalDate end = LocalDate.of(2027, 3, 31);
        ada.offerRenewal("plans", end, NOW);
        CourseProgress open = ada.course("plans").orElseThrow();
        assertThat(open.enrolledBy()).isEqualTo("U0ADA");

        ada.offerRenewal("plans", end.plusDays(1), NOW);

        assertThat(ada.course("plans")).containsSame(open);
        assertThat(open.due()).contains(end);
    }

    @Test
    void aRunningAttemptIsFoundByItsId() {
        ada.enrollInCourse("plans", "U0ADA", null, NOW);
        Attempt attempt = new Attempt("a1-1", Attempt.Kind.CHECK, "plans", null, "v1", NOW, List.of(), List.of());
        ada.course("plans").orElseThrow().begin(attempt, NOW);

        assertThat(ada.attempt("a1-1")).contains(attempt);
        assertThat(ada.attempt("a1-2")).isEmpty();
    }

    @Test
    void attemptsAreNumberedAndNoTwoLearnersShareAnId() {
        assertThat(ada.nextAttemptId(35L << 32)).isEqualTo("a1-z");
        assertThat(ada.nextAttemptId(-1)).isEqualTo("a2-1z141z3");
    }

    @Test
    void aPlanIsFollowedAndTakenBack() {
        ContactState before = ContactState.NONE.mentioned(
                new DueMention("plans", LocalDate.of(2026, 11, 9), DueMention.What.SEVEN_DAYS));
        ada.follow(before, Optional.of(NOW.plusSeconds(9)));
        assertThat(ada.nextContactAt()).contains(NOW.plusSeconds(9));
        ada.follow(
                before.mentioned(new DueMention("plans", LocalDate.of(2026, 11, 9), DueMention.What.THREE_DAYS)),
                Optional.empty());
        assertThat(ada.nextContactAt()).isEmpty();

        ada.withdrawContact(NOW);

        assertThat(ada.contact()).isEqualTo(before);
        assertThat(ada.nextContactAt()).contains(NOW);
    }

    @Test
    void aContactThatWasNeverDecidedIsNotTakenBack() {
        ada.acted(NOW);
        ContactState before = ada.contact();

        ada.withdrawContact(NOW);

        assertThat(ada.contact()).isEqualTo(before);
    }

    @Test
    void whomNothingReachesIsToldOnceWhenTheyAct() {
        ContactState covered = ContactState.NONE;
        for (int day = 2; day < 5; day++) {
            covered = covered.covered(covered.covered().and(LocalDate.of(2026, 11, day), true));
        }
        ada.follow(covered, Optional.empty());

        ada.acted(NOW);
        ada.acted(NOW.plusSeconds(1));

        assertThat(told()).containsExactly(new Notification.OutOfReach(3));
        assertThat(ada.nextContactAt()).contains(NOW.plusSeconds(61));
    }

    @Test
    void aScreenThatIsStillToComeIsNotOwedTwice() {
        ada.show(CARD, NOW);
        ada.show(CARD, NOW);
        assertThat(told()).containsExactly(CARD);
        ada.show(new Notification.NextUp("plans"), NOW);
        assertThat(told()).hasSize(2);
    }

    @Test
    void aScreenThatCameAfterItWasAskedForIsTheAnswer() {
        ada.show(CARD, NOW);
        delivered(ids(), Set.of(), Set.of(), true, NOW.plusSeconds(5));
        assertThat(told()).isEmpty();
        assertThat(ada.shownAt()).contains(NOW.plusSeconds(5));

        new RequestContext("late", NOW.plusSeconds(4)).during(() -> ada.show(CARD, NOW.plusSeconds(9)));
        assertThat(told()).isEmpty();
        new RequestContext("late", NOW.plusSeconds(4))
                .during(() -> ada.show(new Notification.Card("plans", "first", 3, PLACE), NOW.plusSeconds(9)));
        assertThat(told()).isEmpty();
        new RequestContext("at once", NOW.plusSeconds(5)).during(() -> ada.show(CARD, NOW.plusSeconds(9)));
        assertThat(told()).containsExactly(CARD);
    }

    @Test
    void aClickWithinThreeQuartersOfASecondSawWhatWasThereBefore() {
        Instant came = NOW.plusSeconds(5);
        ada.show(CARD, NOW);
        delivered(ids(), Set.of(), Set.of(), true, came);

        RequestContext early = new RequestContext("click", came.plusMillis(699));
        early.isClickOn("next");
        early.during(() -> ada.show(CARD, came));
        assertThat(told()).isEmpty();
        RequestContext seen = new RequestContext("click", came.plusMillis(700));
        seen.isClickOn("next");
        seen.during(() -> ada.show(CARD, came));
        assertThat(told()).hasSize(1);
    }

    @Test
    void anotherScreenIsNoAnswer() {
        for (Notification other : List.of(
                new Notification.Card("plans", "second", 0, null),
                new Notification.Card("talks", "first", 0, null),
                new Notification.Asked("plans", "a1-1", 0, null))) {
            Learner learner = new Learner("U0ADA");
            learner.show(CARD, NOW);
            new RequestContext("late", NOW.minusSeconds(1)).during(() -> learner.show(other, NOW));
            assertThat(learner.outbox().messages()).hasSize(2);
        }
    }

    @Test
    void aQuestionAnswersTheSameQuestionInAnotherPlace() {
        ada.show(new Notification.Asked("plans", "a1-1", 1, null), NOW);
        new RequestContext("late", NOW.minusSeconds(1)).during(() -> {
            ada.show(new Notification.Asked("plans", "a1-1", 1, PLACE), NOW);
            assertThat(told()).hasSize(1);
            ada.show(new Notification.Asked("plans", "a1-1", 2, PLACE), NOW);
            assertThat(told()).hasSize(2);
        });
        new RequestContext("late", NOW.minusSeconds(1)).during(() -> {
            ada.show(new Notification.Asked("plans", "a2-1", 2, PLACE), NOW);
            assertThat(told()).hasSize(3);
        });
    }

    @Test
    void onlyAScreenThatShowsWhereTheyAreIsRemembered() {
        Notification next = new Notification.NextUp("plans");
        ada.show(next, NOW);
        delivered(ids(), Set.of(), Set.of(), true, NOW.plusSeconds(5));
        ada.enqueue(new Notification.Feedback("x"), NOW);

        assertThat(ada.shownAt()).contains(NOW.plusSeconds(5));
        new RequestContext("late", NOW).during(() -> ada.show(next, NOW));
        assertThat(told()).hasSize(1);
    }

    @Test
    void aLaterDueDateIsAskedForByCourseAndDay() {
        LocalDate due = LocalDate.of(2027, 3, 31);
        ada.enrollInCourse("plans", "U0ADA", due, NOW);
        ada.askForLaterDueDate("plans", due);

        assertThat(ada.hasAskedForLaterDueDate("plans", due)).isTrue();
        assertThat(ada.hasAskedForLaterDueDate("plans", due.plusDays(1))).isFalse();
        assertThat(ada.hasAskedForLaterDueDate("talks", due)).isFalse();
        ada.keepDueDate("talks", due);
        assertThat(ada.awaitsLaterDueDate("plans", due)).isTrue();
    }

    @Test
    void aScreenThatNeverComesIsNotShown() {
        ada.show(CARD, NOW);

        delivered(Set.of(), Set.of(), ids(), true, NOW);

        assertThat(ada.shownAt()).isEmpty();
        new RequestContext("late", NOW.minusSeconds(1)).during(() -> ada.show(CARD, NOW));
        assertThat(told()).containsExactly(CARD);
    }

    @Test
    void aRoundThatSentSomethingElseLeavesTheScreenOwed() {
        ada.enqueue(new Notification.Feedback("x"), NOW);
        Set<String> first = ids();
        ada.show(CARD, NOW);

        delivered(first, Set.of(), Set.of(), true, NOW.plusSeconds(5));

        assertThat(told()).containsExactly(CARD);
        assertThat(ada.isYetToHear()).isTrue();
        assertThat(ada.shownAt()).isEmpty();
    }

    @Test
    void whatOnlyWaitsForTheirHoursOrForOthersIsNotYetToHear() {
        assertThat(ada.isYetToHear()).isFalse();
        ada.enqueueUnsolicited(new Notification.OutOfReach(3), NOW);
        ada.enqueue(new Notification.Feedback("x"), NOW);
        assertThat(ada.isYetToHear()).isFalse();
        ada.enqueueUnsolicited(new Notification.Contact(new ContactContent.DueNews(), null, null), NOW);
        assertThat(ada.isYetToHear()).isTrue();
    }

    @Test
    void eventsThatWereRecordedGoAndOthersWait() {
        ada.record(new LearnerEvent.FeedbackGiven("e1", "U0ADA", "x", NOW));
        ada.record(new LearnerEvent.FeedbackGiven("e2", "U0ADA", "y", NOW));

        delivered(Set.of(), Set.of(), Set.of(), false, NOW);
        assertThat(ada.events()).hasSize(2);
        assertThat(ada.eventsNotBefore).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        delivered(Set.of(), Set.of(), Set.of(), true, NOW);

        assertThat(ada.events()).extracting(LearnerEvent::id).containsExactly("e2");
        assertThat(ada.eventsNotBefore).isNull();
        assertThat(ada.hasOutbox()).isTrue();
    }

    @Test
    void aContactThatIsWithdrawnIsAsIfItHadNotBeenDecided() {
        ContactState before = ada.contact();
        ada.follow(
                before.mentioned(new DueMention("plans", LocalDate.of(2026, 11, 9), DueMention.What.SEVEN_DAYS)),
                Optional.empty());
        ada.enqueueUnsolicited(new Notification.Contact(new ContactContent.DueNews(), null, null), NOW);

        delivered(Set.of(), ids(), Set.of(), true, NOW);

        assertThat(ada.contact()).isEqualTo(before);
        assertThat(ada.outbox().messages()).isEmpty();
        assertThat(ada.nextContactAt()).contains(NOW);
    }

    @Test
    void aContactThatIsSentStands() {
        ada.follow(
                ContactState.NONE.mentioned(
                        new DueMention("plans", LocalDate.of(2026, 11, 9), DueMention.What.SEVEN_DAYS)),
                Optional.empty());
        delivered(Set.of(), Set.of(), Set.of(), true, NOW);
        assertThat(ada.contact().mentioned()).hasSize(1);
        assertThat(ada.nextContactAt()).isEmpty();
    }

    @Test
    void whoSavesMaySendWhatIsDueWhenNobodyElseDoes() {
        assertThat(ada.hasOutbox()).isFalse();
        assertThat(ada.offerLease("me", NOW, Duration.ofSeconds(45))).isFalse();
        ada.enqueue(CARD, NOW);
        assertThat(ada.hasOutbox()).isTrue();
        assertThat(ada.offerLease("me", NOW, Duration.ofSeconds(45))).isTrue();
        assertThat(ada.offerLease("you", NOW, Duration.ofSeconds(45))).isFalse();
        assertThat(ada.outbox().leasedUntil()).contains(NOW.plusSeconds(45));
    }

    @Test
    void eventsAloneAreWorkForWhoSavesUntilTheyHaveToWait() {
        ada.record(new LearnerEvent.FeedbackGiven("e1", "U0ADA", "x", NOW));
        assertThat(ada.offerLease("me", NOW, Duration.ofSeconds(45))).isTrue();
        ada.outbox = new Outbox(List.of(), null, (Lease) null);
        ada.eventsNotBefore = NOW.plusSeconds(9);
        assertThat(ada.offerLease("me", NOW, Duration.ofSeconds(45))).isFalse();
        assertThat(ada.offerLease("me", NOW.plusSeconds(9), Duration.ofSeconds(45)))
                .isTrue();
    }

    private record Done(String what) implements StoredResult {}

    private record OtherDone() implements StoredResult {}

    @Test
    void aRequestGetsItsOwnResultOfItsOwnKindBack() {
        ada.keep(new Done("outside"), NOW);
        RequestContext first = new RequestContext("first", NOW);
        first.during(() -> ada.keep(new Done("it"), NOW));

        first.during(() -> {
            assertThat(ada.resultOf(Done.class)).contains(new Done("it"));
            assertThat(ada.resultOf(OtherDone.class)).isEmpty();
            List<Optional<Done>> aside = new ArrayList<>();
            RequestContext.aside(() -> aside.add(ada.resultOf(Done.class)));
            assertThat(aside).containsExactly(Optional.empty());
            assertThat(RequestContext.current()).contains(first);
            new RequestContext("inner", NOW).during(() -> {});
            assertThat(RequestContext.current()).contains(first);
        });
        new RequestContext("second", NOW)
                .during(() -> assertThat(ada.resultOf(Done.class)).isEmpty());
        assertThat(ada.resultOf(Done.class)).isEmpty();
        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void theSameClickIsTheSameRequestForHalfAMinuteAfterItsEffect() {
        RequestContext click = new RequestContext("first", NOW);
        click.isClickOn("yes");
        click.during(() -> ada.keep(new Done("it"), NOW.plusSeconds(10)));

        assertThat(clicked("yes", NOW.plusSeconds(40))).isPresent();
        assertThat(clicked("yes", NOW.plusSeconds(41))).isEmpty();
        assertThat(clicked("no", NOW)).isEmpty();
        new RequestContext("typed", NOW)
                .during(() -> assertThat(ada.resultOf(Done.class)).isEmpty());
    }

    private Optional<Done> clicked(String what, Instant at) {
        List<Optional<Done>> found = new ArrayList<>();
        RequestContext click = new RequestContext("another", at);
        click.isClickOn(what);
        click.during(() -> found.add(ada.resultOf(Done.class)));
        return found.get(0);
    }

    @Test
    void theNewestTwentyFourRequestsAreRemembered() {
        for (int i = 0; i < 25; i++) {
            Done done = new Done("it" + i);
            new RequestContext("request " + i, NOW).during(() -> ada.keep(done, NOW));
        }
        new RequestContext("request 0", NOW)
                .during(() -> assertThat(ada.resultOf(Done.class)).isEmpty());
        new RequestContext("request 1", NOW)
                .during(() -> assertThat(ada.resultOf(Done.class)).contains(new Done("it1")));
    }

    @Test
    void theRightToSendIsGivenBackUnlessItWasUsed() {
        RequestContext context = new RequestContext("one", NOW);
        context.sends("U0ADA", Optional.of("me"));
        context.sends("U0EVE", Optional.of("you"));
        context.sends("U0EVE", Optional.empty());
        RequestContext later = context.goesOn();

        assertThat(context.unusedSenders()).isEmpty();
        assertThat(later.unusedSenders()).containsExactly(java.util.Map.entry("U0ADA", "me"));
        assertThat(later.unusedSenders()).isEmpty();
        assertThat(later.request()).isEqualTo("one");
    }

    @Test
    void aClickGoesOnAsTheSameClick() {
        RequestContext click = new RequestContext("first", NOW);
        click.isClickOn("yes");
        click.goesOn().during(() -> ada.keep(new Done("it"), NOW));

        assertThat(clicked("yes", NOW)).isPresent();
    }
}
