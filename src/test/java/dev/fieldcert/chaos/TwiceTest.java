package dev.fieldcert.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.Button;
import dev.fieldcert.conversation.FieldCert;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.conversation.Scholar;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.learner.assessment.StartAttempt;
import dev.fieldcert.learner.contact.GiveFeedback;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.lesson.ContinueLearning;
import dev.fieldcert.learner.lesson.OpenLesson;
import dev.fieldcert.learner.profile.UpdateProfile;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Crashes and second clicks at the places where they hurt, one by one. */
class TwiceTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Scholar ada = FIELD_CERT.scholar("ada");

    private void enrolled() {
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
    }

    /** An instance changes Ada, says the first thing that is owed, and dies before it can tick it off. */
    private OutboxMessage saidByAnInstanceThatDied() {
        var started =
                FIELD_CERT.bean(StartAttempt.class).practice(ada.id(), "applying-devops", firstObjective(), 0, null);
        assertThat(started.sender()).isPresent();
        OutboxMessage outbox = started.learner().outbox().messages().get(0);
        SlackSender slack = FIELD_CERT.bean(SlackSender.class);
        slack.post(slack.dmWith(ada.id()), SlackMessage.note("What the dead instance said"), outbox.id());
        return outbox;
    }

    private static String firstObjective() {
        return FIELD_CERT
                .programs()
                .current()
                .course("applying-devops")
                .orElseThrow()
                .objectives()
                .get(0)
                .id();
    }

    private long posts(Person person) {
        return person.client().directMessages().stream()
                .filter(message -> message.has("metadata"))
                .count();
    }

    @Test
    void aClickThatTakesAnEndedLeaseOverRepeatsNothing() {
        enrolled();
        long before = posts(ada.person());
        saidByAnInstanceThatDied();
        FIELD_CERT.clock().advance(Duration.ofMinutes(1));

        ada.person().types("feedback all is well");

        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).isEmpty();
        assertThat(posts(ada.person())).isEqualTo(before + 1);
    }

    @Test
    void whatADeadInstanceMayHaveSaidIsStillLookedForAfterARefusal() {
        enrolled();
        long before = posts(ada.person());
        saidByAnInstanceThatDied();
        FIELD_CERT.workspace().faults().next("conversations.history", 1, new Fault.RateLimited(Duration.ofSeconds(3)));
        FIELD_CERT.later(Duration.ofMinutes(1));
        FIELD_CERT.clock().advance(Duration.ofSeconds(5));

        ada.person().types("feedback all is well");

        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).isEmpty();
        assertThat(posts(ada.person())).isEqualTo(before + 1);
    }

    @Test
    void aRequestThatIsWorkedOnAgainStartsNothingASecondTime() {
        enrolled();
        StartAttempt start = FIELD_CERT.bean(StartAttempt.class);
        Instant now = FIELD_CERT.clock().instant();

        for (int run = 0; run < 3; run++) {
            new RequestContext("one request", now).during(() -> start.testOut(ada.id(), "applying-devops", null));
        }

        var learner = FIELD_CERT.bean(Learners.class).find(ada.id()).orElseThrow();
        assertThat(learner.outbox().messages()).hasSize(1);
        assertThat(learner.course("applying-devops")
                        .orElseThrow()
                        .attempt()
                        .orElseThrow()
                        .id())
                .startsWith("a1-");
    }

    @Test
    void anEnrollmentThatIsWorkedOnAgainIsAnsweredAsTheFirstTime() {
        EnrollLearner enroll = FIELD_CERT.bean(EnrollLearner.class);
        Instant now = FIELD_CERT.clock().instant();
        List<EnrollLearner.Outcome> answers = new ArrayList<>();

        for (String request : List.of("one request", "one request", "another request")) {
            new RequestContext(request, now)
                    .during(() ->
                            answers.add(enroll.join(ada.id(), "applying-devops").result()));
        }

        assertThat(answers.subList(0, 2)).allMatch(answer -> answer instanceof EnrollLearner.Outcome.Enrolled);
        assertThat(answers.get(2)).isInstanceOf(EnrollLearner.Outcome.AlreadyEnrolled.class);
        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).hasSize(1);
    }

    @Test
    void aClickMadeBeforeTheFirstOnesEffectCouldBeSeenIsTheSameWish() {
        enrolled();
        Instant now = FIELD_CERT.clock().instant();
        int before = FIELD_CERT.learner(ada.person()).outbox().messages().size();
        FIELD_CERT.clock().advance(Duration.ofMinutes(3));

        opens("first", now);
        opens("second", now.plusSeconds(170));
        opens("an old one that was left behind", now.minusSeconds(60));
        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).hasSize(before + 1);

        opens("after it was seen", now.plusSeconds(180 + 31));
        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).hasSize(before + 2);
    }

    /** A click on one and the same button, worked on now. */
    private void opens(String request, Instant clickedAt) {
        RequestContext requestContext = new RequestContext(request, clickedAt);
        requestContext.isClickOn("the lesson's button");
        requestContext.during(
                () -> FIELD_CERT.bean(OpenLesson.class).open(ada.id(), "applying-devops", firstObjective(), 0, null));
    }

    @Test
    void aWishMadeBeforeTheSameScreenCameIsAnsweredByIt() {
        enrolled();
        ContinueLearning learning = FIELD_CERT.bean(ContinueLearning.class);
        Instant before = FIELD_CERT.clock().instant();
        FIELD_CERT.clock().advance(Duration.ofMinutes(1));
        ada.person().types("next");
        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).isEmpty();

        new RequestContext("an old one that was left behind", before).during(() -> learning.next(ada.id()));
        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).isEmpty();

        FIELD_CERT.clock().advance(Duration.ofSeconds(5));
        new RequestContext("a new one", FIELD_CERT.clock().instant()).during(() -> learning.next(ada.id()));
        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).hasSize(1);
    }

    @Test
    void aWishMadeBeforeTheScreenCameIsAnsweredByItHoweverLongItHadBeenOwed() {
        enrolled();
        ContinueLearning learning = FIELD_CERT.bean(ContinueLearning.class);
        FIELD_CERT.clock().advance(Duration.ofMinutes(1));
        FIELD_CERT.workspace().faults().always("chat.postMessage", new Fault.Status(503));
        ada.person().types("next");
        FIELD_CERT.clock().advance(Duration.ofSeconds(10));
        Instant whileItWasQueued = FIELD_CERT.clock().instant();
        FIELD_CERT.workspace().faults().clear();
        FIELD_CERT.later(Duration.ofMinutes(2));
        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).isEmpty();

        new RequestContext("a click", whileItWasQueued).during(() -> learning.next(ada.id()));

        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).isEmpty();
        FIELD_CERT.clock().advance(Duration.ofSeconds(5));
        new RequestContext("a later click", FIELD_CERT.clock().instant()).during(() -> learning.next(ada.id()));
        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).hasSize(1);
    }

    @Test
    void aWishMadeBeforeTheLessonCameIsAnsweredByItWhicheverCardIsOpenNow() {
        enrolled();
        ContinueLearning learning = FIELD_CERT.bean(ContinueLearning.class);
        Instant before = FIELD_CERT.clock().instant();
        FIELD_CERT.clock().advance(Duration.ofMinutes(1));
        ada.person().types("next");
        ada.person().clicks("Next");

        new RequestContext("an old one that was left behind", before).during(() -> learning.next(ada.id()));

        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).isEmpty();
    }

    @Test
    void aProfileThatIsFollowedInOneRunOnlyLetsTheSameDeedBeKnownAgain() {
        enrolled();
        GiveFeedback feedback = FIELD_CERT.bean(GiveFeedback.class);
        People people = FIELD_CERT.bean(People.class);
        FIELD_CERT
                .bean(UpdateProfile.class)
                .update(ada.id(), FIELD_CERT.learner(ada.person()).profile().seenAs("Adah", null, null, false, false));
        FIELD_CERT.clock().advance(Duration.ofHours(13));
        Instant now = FIELD_CERT.clock().instant();

        new RequestContext("one request", now).during(() -> {
            people.seen(ada.id());
            feedback.give(ada.id(), "All is well");
        });
        assertThat(FIELD_CERT.learner(ada.person()).profile().name()).isNotEqualTo("Adah");
        new RequestContext("one request", now).during(() -> {
            people.seen(ada.id());
            feedback.give(ada.id(), "All is well");
        });

        assertThat(FIELD_CERT.learner(ada.person()).events()).hasSize(1);
    }

    @Test
    void aScreenThatIsStillToComeIsNotOwedTwice() {
        enrolled();
        ContinueLearning learning = FIELD_CERT.bean(ContinueLearning.class);
        int before = FIELD_CERT.learner(ada.person()).outbox().messages().size();

        learning.next(ada.id());
        learning.next(ada.id());

        assertThat(FIELD_CERT.learner(ada.person()).outbox().messages()).hasSize(before + 1);
    }

    @Test
    void aSecondClickOnTheSameButtonSaysNothingASecondTime() {
        enrolled();
        ada.learnsTheLesson();
        Button next = ada.person().button("What’s next?");
        ada.person().click(next);
        long once = posts(ada.person());

        ada.person().click(next);

        assertThat(posts(ada.person())).isEqualTo(once);
    }

    @Test
    void theSameButtonLaterIsAnotherWish() {
        enrolled();
        ada.learnsTheLesson();
        Button next = ada.person().button("What’s next?");
        ada.person().click(next);
        long once = posts(ada.person());
        FIELD_CERT.clock().advance(Duration.ofMinutes(5));

        ada.person().click(next);

        assertThat(posts(ada.person())).isEqualTo(once + 1);
    }

    @Test
    void anAnswerWhoseReplyFailsIsTriedAgainAndThenGivenUp() {
        enrolled();
        FIELD_CERT.workspace().faults().always("chat.postMessage", new Fault.Status(500));

        ada.person().types("help");
        assertThat(open()).isEqualTo(1);
        for (int i = 0; i < 8; i++) {
            FIELD_CERT.later(Duration.ofMinutes(5));
        }

        assertThat(open()).isZero();
        long tried = FIELD_CERT.workspace().calls().stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .count();
        assertThat(tried).isBetween(6L, 10L);
    }

    @Test
    void anAnswerWhoseReplyFailsOnceComesAfterAll() {
        enrolled();
        FIELD_CERT.workspace().faults().next("chat.postMessage", 1, new Fault.Status(503));

        ada.person().types("help");
        FIELD_CERT.later(Duration.ofSeconds(30));

        assertThat(ada.person().sees()).contains("/cert next");
        assertThat(open()).isZero();
    }

    private long open() {
        return FIELD_CERT
                .bean(MongoTemplate.class)
                .getCollection("inbox")
                .countDocuments(new Document("openUntil", new Document("$exists", true)));
    }
}
