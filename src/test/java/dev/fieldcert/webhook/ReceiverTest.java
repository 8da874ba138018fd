package dev.fieldcert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.delivery.DeliveryLine;
import dev.fieldcert.delivery.Happened;
import dev.fieldcert.delivery.OtherSystem;
import dev.fieldcert.delivery.OtherSystem.Answer;
import dev.fieldcert.delivery.OtherSystem.Request;
import dev.fieldcert.delivery.Posting;
import dev.fieldcert.learner.LearnerDatabase;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerEvent.Milestone;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.outbox.SendResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver that checks each signature, is down, dies, or is somebody it must not be. */
class ReceiverTest {

    private static final String ADA = "U0ADA";
    private static final byte[] KEY = "0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

    private final LearnerDatabase database =
            new LearnerDatabase(LearnerEvent.BadgeGiven.class, Milestone.class, Happened.class);
    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final Learners learners = database.learners(clock);
    private final OtherSystem system = new OtherSystem(request -> Answer.of(isSigned(request) ? 204 : 401));
    private DeliveryLine line;

    @BeforeEach
    void ada() {
        line = line(false, true);
        learners.change(ADA, learner -> {
            learner.meet(
                    new Profile("Ada", "ada@example.com", null, null, null, false, false, null, null), clock.instant());
            learner.assignManager("U0BOSS");
            return null;
        });
    }

    @AfterEach
    void close() {
        system.close();
        database.close();
    }

    private DeliveryLine line(boolean email, boolean privateAddresses) {
        String url = (privateAddresses ? system.address() : "https://localhost") + "/hooks/fieldcert?tenant=1";
        WebhookSettings settings = new WebhookSettings(List.of(url), List.of(SECRET), email, privateAddresses);
        return new DeliveryLine(
                database.mongo(),
                clock,
                new Receiver(url, SECRET, settings, learners, SmallCourse.taught(), new Posting(), clock));
    }

    /** As a receiver does it: the signature, and five minutes. */
    private boolean isSigned(Request request) {
        String id = request.headers().get("webhook-id");
        String timestamp = request.headers().get("webhook-timestamp");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            String signature = "v1,"
                    + Base64.getEncoder()
                            .encodeToString(mac.doFinal(
                                    (id + "." + timestamp + "." + request.body()).getBytes(StandardCharsets.UTF_8)));
            long age = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
            return signature.equals(request.headers().get("webhook-signature")) && age <= 300;
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Milestone enrolled(String target) {
        return Milestone.of(Milestone.What.ENROLLED, ADA, target, null, "U0BOSS", "v1", clock.instant());
    }

    private LearnerEvent.BadgeGiven badge() {
        return new LearnerEvent.BadgeGiven(
                "award-1",
                ADA,
                "plans-101",
                SmallCourse.COURSE,
                0.91234,
                "v1",
                clock.instant().minusSeconds(60),
                clock.instant(),
                null,
                List.of());
    }

    private List<JsonObject> told() {
        return system.requests().stream()
                .map(request -> JsonParser.parseString(request.body()).getAsJsonObject())
                .toList();
    }

    @Test
    void eachEventIsToldSignedAndWithItsFacts() {
        learners.record(List.of(badge()));
        line.record(List.of(
                enrolled(SmallCourse.PATH),
                badge(),
                Milestone.of(
                        Milestone.What.BADGE_REVOKED,
                        ADA,
                        "award-1",
                        "Badge plans-101",
                        "U0BOSS",
                        null,
                        clock.instant()),
                Milestone.of(Milestone.What.LESSON_DONE, ADA, "plans", "first", ADA, "v1", clock.instant())));

        line.deliver();

        assertThat(system.requests()).hasSize(4).allMatch(this::isSigned);
        assertThat(told())
                .extracting(JsonObject::toString)
                .containsExactlyInAnyOrder(
                        "{\"type\":\"learner.enrolled\",\"timestamp\":\"2026-11-02T09:00:00Z\",\"data\":{\"learner\":"
                                + "{\"id\":\"U0ADA\"},\"target\":{\"id\":\"basics\",\"kind\":\"path\",\"title\":\"Basics\"},"
                                + "\"self\":false}}",
                        "{\"type\":\"badge.earned\",\"timestamp\":\"2026-11-02T09:00:00Z\",\"data\":{\"learner\":"
                                + "{\"id\":\"U0ADA\"},\"badge\":{\"id\":\"plans-101\",\"name\":\"Badge plans-101\"},"
                                + "\"award\":\"award-1\"}}",
                        "{\"type\":\"course.passed\",\"timestamp\":\"2026-11-02T09:00:00Z\",\"data\":{\"learner\":"
                                + "{\"id\":\"U0ADA\"},\"course\":{\"id\":\"plans\",\"kind\":\"course\",\"title\":"
                                + "\"Course plans\"},\"score\":0.9123,\"startedAt\":\"2026-11-02T08:59:00Z\"}}",
                        "{\"type\":\"badge.revoked\",\"timestamp\":\"2026-11-02T09:00:00Z\",\"data\":{\"learner\":"
                                + "{\"id\":\"U0ADA\"},\"badge\":{\"name\":\"Badge plans-101\",\"id\":\"plans-101\"},"
                                + "\"award\":\"award-1\"}}");
        assertThat(told().toString()).doesNotContain("ada@example.com", "U0BOSS");
        assertThat(line.log()).hasSize(3).allMatch(each -> each.doneAt() != null);
    }

    @Test
    void anAddressIsToldOnlyWhenConfigured() {
        line = line(true, true);
        line.record(List.of(enrolled(SmallCourse.PATH)));
        line.deliver();
        assertThat(told().get(0).toString()).contains("\"email\":\"ada@example.com\"");
    }

    @Test
    void aReceiverThatIsDownIsToldLaterUnderTheSameIdAndWithAFreshTimestamp() {
        system.answers(request -> Answer.of(503));
        line.record(List.of(enrolled(SmallCourse.PATH)));
        line.deliver();
        assertThat(line.trouble()).isEqualTo("http 503");
        assertThat(line.waiting()).isEqualTo(1);
        assertThat(line.deadLetters()).isZero();

        system.answers(request -> Answer.of(isSigned(request) ? 200 : 401));
        clock.advance(Duration.ofHours(6));
        line.deliver();

        assertThat(line.waiting()).isZero();
        assertThat(system.requests())
                .extracting(request -> request.headers().get("webhook-id"))
                .hasSize(2)
                .containsOnly(system.requests().get(0).headers().get("webhook-id"));
        assertThat(system.requests())
                .extracting(request -> request.headers().get("webhook-timestamp"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aBreakAfterReceiptRepeatsTheSameIdAndAnEventThatComesAgainIsNotToldAgain() {
        system.answers(request -> Answer.of(0));
        line.record(List.of(badge()));
        line.deliver();
        system.answers(request -> Answer.of(200));
        clock.advance(Duration.ofMinutes(1));
        line.deliver();
        line.record(List.of(badge()));
        line.deliver();

        assertThat(system.requests().stream()
                        .map(request -> request.headers().get("webhook-id"))
                        .distinct())
                .hasSize(2);
        assertThat(system.requests()).hasSize(3);
        assertThat(line.log()).hasSize(1);
    }

    @Test
    void whatAReceiverRefusesFiveTimesIsADeadLetter() {
        system.answers(request -> Answer.of(422));
        line.record(List.of(enrolled(SmallCourse.PATH)));
        for (int i = 0; i < 6; i++) {
            line.deliver();
            clock.advance(Duration.ofMinutes(16));
        }
        assertThat(system.requests()).hasSize(5);
        assertThat(line.deadLetters()).isEqualTo(1);
        assertThat(line.waiting()).isZero();
    }

    @Test
    void aRedirectIsNotFollowed() {
        system.answers(request -> request.path().equals("/elsewhere")
                ? Answer.of(200)
                : new Answer(302, "", java.util.Map.of("Location", system.address() + "/elsewhere")));
        line.record(List.of(enrolled(SmallCourse.PATH)));
        line.deliver();
        assertThat(system.requests()).hasSize(1);
        assertThat(line.waiting()).isEqualTo(1);
    }

    @Test
    void thisMachineIsNotToldAnythingUnlessAllowed() {
        line = line(false, false);
        assertThat(line.test()).isInstanceOf(SendResult.NotNow.class).asString().contains("private address");
        line.record(List.of(enrolled(SmallCourse.PATH)));
        line.deliver();
        assertThat(system.requests()).isEmpty();
        assertThat(line.trouble()).isEqualTo("private address");
    }

    @Test
    void aTestIsSignedToo() {
        assertThat(line.test()).isInstanceOf(SendResult.Sent.class);
        assertThat(told().get(0).get("type").getAsString()).isEqualTo("test");
        assertThat(system.requests()).allMatch(this::isSigned);
    }

    @Test
    void aSignatureOfAnotherBodyIdOrTimeIsNone() {
        line.test();
        Request request = system.requests().get(0);
        assertThat(isSigned(request)).isTrue();
        assertThat(isSigned(new Request(request.path(), request.headers(), request.body() + " ")))
                .isFalse();
        clock.advance(Duration.ofMinutes(6));
        assertThat(isSigned(request)).as("outside of the replay window").isFalse();
    }

    @Test
    void theLogIsKeptForAMonthAndErasureTakesItAway() {
        line.record(List.of(enrolled(SmallCourse.PATH)));
        line.deliver();
        clock.advance(Duration.ofDays(29));
        line.forgetsOld();
        assertThat(line.log()).hasSize(1);
        line.record(List.of(badge()));
        line.deliver();
        clock.advance(Duration.ofDays(2));
        line.forgetsOld();
        assertThat(line.log()).hasSize(1);
        line.erases(ADA);
        assertThat(line.log()).isEmpty();
    }

    @Test
    void settingsThatCannotWorkAreNamedWithoutTheirSecret() {
        List<String> one = List.of("https://hooks.example.com/a");
        assertThatThrownBy(() -> new WebhookSettings(one, List.of(), false, false))
                .hasMessageContaining("fieldcert.webhooks.secrets");
        assertThatThrownBy(() -> new WebhookSettings(one, List.of("hunter2"), false, false))
                .hasMessageContaining("whsec_")
                .hasMessageNotContaining("hunter2");
        for (String url : List.of(
                "http://hooks.example.com", "ftp://x", "https://a:b@c", "https:///x", "nowhere", "https://x y")) {
            assertThatThrownBy(() -> new WebhookSettings(List.of(url), List.of(SECRET), false, false))
                    .as(url)
                    .hasMessageContaining("fieldcert.webhooks.urls");
        }
        assertThat(new WebhookSettings(one, List.of(SECRET), false, false).toString())
                .doesNotContain(SECRET);
    }
}
