package dev.fieldcert.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.outbox.Outbox;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.RoundResult;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class LearnersTest {

    private static final Instant NOW = Instant.parse("2026-11-09T08:00:00Z");
    private static final Notification HELLO =
            Notification.Changed.of(Notification.Changed.Kind.COHORT, "hello", "U0BOSS");

    private final LearnerDatabase database = new LearnerDatabase(Learner.class, Notification.Changed.class);
    private final MongoTemplate mongo = database.mongo();
    private final Learners learners = database.learners(Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        database.close();
    }

    private Learners.Changed<Void> enqueue(String id, Notification notification) {
        return learners.change(id, learner -> {
            learner.enqueue(notification, NOW);
            return null;
        });
    }

    private static RoundResult sent(Learner learner) {
        return new RoundResult(
                true,
                learner.outbox().messages().stream().map(OutboxMessage::id).collect(Collectors.toSet()),
                Set.of(),
                Set.of(),
                List.of());
    }

    @Test
    void aCompletionIsReadAsItWasWritten() {
        learners.change("U0ADA", learner -> SomeLearners.completed(learner, "forecasting", NOW));

        assertThat(learners.find("U0ADA").orElseThrow().completions())
                .containsExactly(new Completion("forecasting", "award-1", NOW, NOW, 0.923, "v1"));
    }

    @Test
    void whatANewerReleaseStoredSurvivesASaveByThisOne() {
        learners.change("U0ADA", learner -> {
            learner.enrollInCourse("ci", "U0ADA", null, NOW);
            learner.enrollInCourse("forecasting", "U0ADA", null, NOW);
            return null;
        });
        mongo.getCollection("learners")
                .updateOne(
                        new Document("_id", "U0ADA"),
                        new Document(
                                "$set",
                                new Document("mentor", "U0GRACE")
                                        .append("preferences.font", "large")
                                        .append("courses.ci.streak", 3)
                                        .append("courses.forecasting.streak", 4)));

        learners.change("U0ADA", learner -> {
            learner.leaveCourse("forecasting");
            learner.prefer(learner.preferences().askingConfidence(true));
            return null;
        });

        Document stored = mongo.getCollection("learners")
                .find(new Document("_id", "U0ADA"))
                .first();
        assertThat(stored.getString("mentor")).isEqualTo("U0GRACE");
        assertThat(stored.getEmbedded(List.of("preferences", "font"), String.class))
                .isEqualTo("large");
        assertThat(stored.getEmbedded(List.of("preferences", "askConfidence"), Boolean.class))
                .isTrue();
        assertThat(stored.getEmbedded(List.of("courses", "ci", "streak"), Integer.class))
                .isEqualTo(3);
        assertThat(stored.get("courses", Document.class)).containsOnlyKeys("ci");
    }

    @Test
    void aMessageOfANewerReleaseIsKeptAsItIsStoredAndDropsNothingElse() {
        enqueue("U0ADA", HELLO);
        Document content = new Document("kind_", "song").append("tune", "la").append("by", "U0BOSS");
        mongo.getCollection("learners")
                .updateOne(
                        new Document("_id", "U0ADA"),
                        new Document(
                                "$push",
                                new Document(
                                        "outbox.messages",
                                        new Document("_id", "m-2")
                                                .append("content", content)
                                                .append("createdAt", Date.from(NOW))
                                                .append("notBefore", Date.from(NOW))
                                                .append("attempts", 0)
                                                .append("failures", 0)
                                                .append("unsolicited", false)
                                                .append("possiblySent", false))));

        learners.change("U0ADA", learner -> {
            learner.enrollInCourse("ci", "U0ADA", null, NOW);
            return null;
        });

        Learner learner = learners.find("U0ADA").orElseThrow();
        assertThat(learner.outbox().messages())
                .extracting(OutboxMessage::content)
                .contains(HELLO);
        Document stored = mongo.getCollection("learners")
                .find(new Document("_id", "U0ADA"))
                .first();
        assertThat(stored.get("outbox", Document.class).getList("messages", Document.class))
                .extracting(message -> message.get("content"))
                .contains(content);
    }

    @Test
    void whenEverythingIsSaidNothingIsOwedAndTheRestIsAsItWas() {
        learners.change("U0ADA", learner -> SomeLearners.completed(learner, "forecasting", NOW));
        Learners.Changed<Void> owing = enqueue("U0ADA", HELLO);
        assertThat(learners.backlog().messages()).isEqualTo(1);

        Learners.Changed<Void> ticked =
                learners.markSent(owing.learner(), owing.sender().orElseThrow(), sent(owing.learner()));

        assertThat(ticked.sender()).isEmpty();
        assertThat(learners.backlog().messages()).isZero();
        Learner now = learners.find("U0ADA").orElseThrow();
        assertThat(now.outbox()).isEqualTo(Outbox.EMPTY);
        assertThat(now.completion("forecasting")).isPresent();
        assertThat(now.version).isEqualTo(ticked.learner().version);
    }

    @Test
    void whatSomebodyOwedMeanwhileIsStillOwedAndTheSenderGoesOn() {
        Learners.Changed<Void> owing = enqueue("U0ADA", HELLO);
        enqueue("U0ADA", Notification.Changed.of(Notification.Changed.Kind.COHORT, "and this", "U0BOSS"));

        Learners.Changed<Void> ticked =
                learners.markSent(owing.learner(), owing.sender().orElseThrow(), sent(owing.learner()));

        assertThat(ticked.sender()).isEqualTo(owing.sender());
        assertThat(learners.find("U0ADA").orElseThrow().outbox().messages())
                .extracting(OutboxMessage::content)
                .containsExactly(Notification.Changed.of(Notification.Changed.Kind.COHORT, "and this", "U0BOSS"));
    }

    @Test
    void whatWasTickedOffCanBeChangedOnWithoutReadingAgain() {
        Learners.Changed<Void> owing = enqueue("U0ADA", HELLO);
        Learner ticked = learners.markSent(owing.learner(), owing.sender().orElseThrow(), sent(owing.learner()))
                .learner();

        learners.change(ticked, learner -> SomeLearners.completed(learner, "forecasting", NOW));

        assertThat(learners.find("U0ADA").orElseThrow().completion("forecasting"))
                .isPresent();
    }
}
