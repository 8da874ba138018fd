package dev.fieldcert.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.delivery.DeliveryLine;
import dev.fieldcert.delivery.OtherSystem;
import dev.fieldcert.delivery.Posting;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerDatabase;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.outbox.SendResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Learning Record Store that is down, slow, choosy, or dies between receipt and reply: nothing is lost, nothing doubled. */
class RecordStoreTest {

    private static final String ADA = "U0ADA";

    private final LearnerDatabase database = new LearnerDatabase(
            LearnerEvent.AnswerGiven.class,
            LearnerEvent.AttemptTaken.class,
            LearnerEvent.BadgeGiven.class,
            LearnerEvent.Submitted.class,
            LearnerEvent.Reviewed.class,
            LearnerEvent.Milestone.class,
            LearnerEvent.Audited.class,
            dev.fieldcert.delivery.Happened.class,
            Voided.class);
    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final Learners learners = database.learners(clock);
    private final StandInLrs lrs = new StandInLrs();
    private DeliveryLine line;

    @BeforeEach
    void ada() {
        line = line(settings("", XapiSettings.Actor.ACCOUNT, false));
        learners.change(ADA, learner -> {
            learner.meet(
                    new Profile("Ada", "ada@example.com", null, null, null, false, false, null, null), clock.instant());
            learner.assignManager("U0BOSS");
            return null;
        });
    }

    @AfterEach
    void close() {
        lrs.close();
        database.close();
    }

    private XapiSettings settings(String tokenUrl, XapiSettings.Actor actor, boolean voids) {
        return new XapiSettings(
                lrs.address(),
                "1.0.3",
                "https://acme.slack.com",
                "",
                tokenUrl.isEmpty() ? "key" : "",
                "secret",
                tokenUrl,
                "client",
                "client secret",
                "statements/write",
                actor,
                voids);
    }

    private DeliveryLine line(XapiSettings settings) {
        return new DeliveryLine(
                database.mongo(),
                clock,
                new RecordStore(settings, learners, SmallCourse.taught(SomeEvents.program()), new Posting(), clock));
    }

    private List<LearnerEvent> answers(int from, int count) {
        List<LearnerEvent> events = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            events.add(SomeEvents.answer(ADA, "a" + i, "single", List.of("chosen", "a"), 1, clock.instant()));
        }
        return events;
    }

    @Test
    void whatHappenedArrivesInBatches() {
        line.record(SomeEvents.all());
        line.record(answers(0, 120));

        line.deliver();

        assertThat(lrs.statements()).hasSize(line.statements(SomeEvents.all()) + 120);
        assertThat(lrs.system().requests()).hasSize(4);
        assertThat(line.waiting()).isZero();
        assertThat(lrs.system().requests().get(0).headers())
                .containsEntry("x-experience-api-version", "1.0.3")
                .containsEntry("authorization", "Basic a2V5OnNlY3JldA==");
    }

    @Test
    void downForAnHourCostsAnHourAndNothingElse() {
        lrs.is(StandInLrs.Mood.DOWN);
        line.record(answers(0, 70));
        for (int minute = 0; minute < 60; minute++) {
            line.deliver();
            line.record(answers(70 + minute, 1));
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(lrs.statements()).isEmpty();
        assertThat(lrs.system().requests()).as("it is left alone").hasSizeLessThan(15);
        assertThat(line.deadLetters()).isZero();

        lrs.is(StandInLrs.Mood.WELL);
        clock.advance(Duration.ofMinutes(16));
        line.deliver();

        assertThat(lrs.statements()).hasSize(130);
        assertThat(line.waiting()).isZero();
    }

    @Test
    void aBreakBetweenReceiptAndReplyDoublesNothing() {
        lrs.is(StandInLrs.Mood.BREAKS_AFTER_RECEIPT);
        line.record(answers(0, 30));
        line.deliver();
        assertThat(lrs.statements()).hasSize(30);
        assertThat(line.waiting()).isEqualTo(30);

        lrs.is(StandInLrs.Mood.WELL);
        clock.advance(Duration.ofMinutes(16));
        line.deliver();

        assertThat(lrs.statements()).hasSize(30);
        assertThat(lrs.received().values()).anyMatch(times -> times > 1);
        assertThat(line.waiting()).isZero();
        assertThat(line.deadLetters()).isZero();
    }

    @Test
    void ofABatchOnlyWhatIsRefusedBecomesADeadLetter() {
        List<LearnerEvent> events = answers(0, 40);
        line.record(events);
        lrs.dislikes(statement -> statement.toString().contains("\"response\":\"b\""));
        line.record(List.of(SomeEvents.answer(ADA, "bad", "single", List.of("chosen", "b"), 0, clock.instant())));

        line.deliver();

        assertThat(lrs.statements()).hasSize(40);
        assertThat(line.deadLetters()).isEqualTo(1);
        assertThat(line.waiting()).isZero();

        lrs.dislikes(statement -> false);
        line.retriesTheDeadLetters();
        line.deliver();
        assertThat(lrs.statements()).hasSize(41);
    }

    @Test
    void aStoreThatAsksForAPauseGetsIt() {
        lrs.is(StandInLrs.Mood.WANTS_A_PAUSE);
        line.record(answers(0, 3));
        line.deliver();
        lrs.is(StandInLrs.Mood.WELL);
        clock.advance(Duration.ofSeconds(599));
        line.deliver();
        assertThat(lrs.statements()).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        line.deliver();
        assertThat(lrs.statements()).hasSize(3);
    }

    @Test
    void aWrongKeyKeepsEverything() {
        lrs.is(StandInLrs.Mood.REFUSES_THE_KEY);
        line.record(answers(0, 3));
        line.deliver();
        assertThat(line.waiting()).isEqualTo(3);
        assertThat(line.deadLetters()).isZero();
        assertThat(line.trouble()).contains("http 401");
    }

    @Test
    void anEventThatComesAgainIsOneStatement() {
        line.record(answers(0, 5));
        line.record(answers(0, 7));
        line.deliver();
        line.record(answers(0, 5));
        line.deliver();

        assertThat(lrs.statements()).hasSize(7);
        assertThat(line.deadLetters()).isZero();
    }

    @Test
    void whatDiedWhileSendingIsSentByAnother() {
        line.record(answers(0, 5));
        line.diesWhileSending();
        line.deliver();
        assertThat(lrs.statements()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        line.deliver();

        assertThat(lrs.statements()).hasSize(5);
    }

    @Test
    void nothingIsSentAboutSomebodyWhoIsGone() {
        line.record(answers(0, 5));
        database.mongo().remove(learners.find(ADA).orElseThrow());

        line.deliver();

        assertThat(lrs.statements()).isEmpty();
        assertThat(line.waiting()).isZero();
    }

    @Test
    void erasureDropsWhatWaitsAndVoidsOnRequestWhatWasSent() {
        line = line(settings("", XapiSettings.Actor.ACCOUNT, true));
        List<LearnerEvent> sent = answers(0, 3);
        learners.record(sent);
        line.record(sent);
        line.deliver();
        lrs.is(StandInLrs.Mood.DOWN);
        line.record(answers(3, 3));

        line.erases(ADA);
        database.mongo().remove(new Learner(ADA));
        lrs.is(StandInLrs.Mood.WELL);
        line.deliver();

        assertThat(lrs.statements()).hasSize(6);
        List<String> voided = lrs.statements().stream()
                .filter(each -> each.toString().contains("expapi/verbs/voided"))
                .map(each -> each.getAsJsonObject("object").get("id").getAsString())
                .toList();
        assertThat(voided)
                .containsExactlyInAnyOrderElementsOf(lrs.statements().subList(0, 3).stream()
                        .map(each -> each.get("id").getAsString())
                        .toList());
        assertThat(lrs.statements().subList(3, 6).toString()).doesNotContain(ADA);
    }

    @Test
    void aTokenIsFetchedOnceAndAnewWhenItIsRefused() {
        try (OtherSystem tokens = new OtherSystem(request ->
                new OtherSystem.Answer(200, "{\"access_token\":\"t\",\"expires_in\":3600}", java.util.Map.of()))) {
            line = line(settings(tokens.address() + "/token", XapiSettings.Actor.ACCOUNT, false));
            line.record(answers(0, 1));
            line.deliver();
            line.record(answers(1, 1));
            line.deliver();
            assertThat(lrs.statements()).hasSize(2);
            assertThat(tokens.requests()).hasSize(1);
            assertThat(tokens.requests().get(0).body())
                    .isEqualTo("grant_type=client_credentials&scope=statements%2Fwrite");
            assertThat(tokens.requests().get(0).headers().get("authorization"))
                    .isEqualTo(
                            "Basic " + java.util.Base64.getEncoder().encodeToString("client:client+secret".getBytes()));
            assertThat(lrs.system().requests().get(0).headers()).containsEntry("authorization", "Bearer t");

            clock.advance(Duration.ofHours(2));
            line.record(answers(2, 1));
            line.deliver();
            assertThat(tokens.requests()).hasSize(2);
        }
    }

    @Test
    void anAddressNamesTheLearnerOnlyWhenConfigured() {
        line.record(answers(0, 1));
        line.deliver();
        assertThat(lrs.statements().toString()).doesNotContain("ada@example.com");

        line = line(settings("", XapiSettings.Actor.EMAIL, false));
        line.record(answers(1, 1));
        line.deliver();
        assertThat(lrs.statements().get(1).toString()).contains("mailto:ada@example.com");
    }

    @Test
    void aTestSaysWhetherTheStoreLetsUsIn() {
        assertThat(line.test()).isInstanceOf(SendResult.Sent.class);
        lrs.is(StandInLrs.Mood.REFUSES_THE_KEY);
        assertThat(line.test()).isEqualTo(new SendResult.NotNow("http 401", java.util.Optional.empty(), false));
    }

    @Test
    void settingsThatCannotWorkAreNamed() {
        assertThatThrownBy(() -> new XapiSettings(
                        "https://lrs.example.com",
                        "1.0.3",
                        "",
                        "",
                        "key",
                        "secret",
                        "",
                        "",
                        "",
                        "",
                        XapiSettings.Actor.ACCOUNT,
                        false))
                .hasMessageContaining("fieldcert.xapi.workspace");
        assertThatThrownBy(() -> settings("nowhere", XapiSettings.Actor.ACCOUNT, false))
                .hasMessageContaining("fieldcert.xapi.token-url");
        assertThat(settings("", XapiSettings.Actor.ACCOUNT, false).toString()).doesNotContain("secret");
    }
}
