package dev.fieldcert.slack.admin.systems;

import dev.fieldcert.delivery.Delivery;
import dev.fieldcert.delivery.DeliveryRelay.Trouble;
import dev.fieldcert.delivery.Happened;
import dev.fieldcert.learner.LearnerEvent.BadgeGiven;
import dev.fieldcert.learner.LearnerEvent.Milestone;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.SendResult;
import dev.fieldcert.slack.admin.systems.SystemsMessages.State;
import dev.fieldcert.slack.admin.systems.SystemsMessages.Tested;
import dev.fieldcert.slack.blockkit.Golden;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemsScreensTest {

    private static final Instant NOW = Instant.parse("2026-11-09T08:00:00Z");

    private static Delivery delivery(String id, MessageContent content, String outcome, Instant doneAt) {
        OutboxMessage message = OutboxMessage.unsolicited(id, content, NOW, NOW);
        return new Delivery(id, "webhook-1", "U0ADA", message, doneAt == null ? NOW : null, null, outcome, doneAt);
    }

    @Test
    void nothingIsConfigured() {
        Golden.assertMatches("admin/systems-none", SystemsMessages.list(List.of()));
        Golden.assertMatches("admin/systems-none-tested", SystemsMessages.tested(List.of()));
    }

    @Test
    void whatTheyWereToldWhatWaitsAndWhy() {
        BadgeGiven badge = new BadgeGiven("a", "U0ADA", "b", "c", 1, "v", NOW, NOW, null, List.of());
        Milestone enrolled = Milestone.of(Milestone.What.ENROLLED, "U0ADA", "plans", null, "U0BOSS", "v", NOW);
        Golden.assertMatches(
                "admin/systems",
                SystemsMessages.list(List.of(
                        new State(
                                "lrs",
                                "https://lrs.example.com/xapi",
                                1_203,
                                NOW,
                                new Trouble("http 503", 3, NOW.plus(Duration.ofMinutes(4))),
                                List.of()),
                        new State(
                                "webhook-1a2b3c4d",
                                "https://hooks.example.com",
                                0,
                                null,
                                null,
                                List.of(
                                        delivery(
                                                "1",
                                                new Happened("webhook-1", badge),
                                                "delivered",
                                                NOW.plusSeconds(70)),
                                        delivery(
                                                "2",
                                                new Happened("webhook-1", enrolled),
                                                "bad `<http>` 422",
                                                null))))));
    }

    @Test
    void aTestOfTheWayThere() {
        Golden.assertMatches(
                "admin/systems-tested",
                SystemsMessages.tested(List.of(
                        new Tested("lrs", new SendResult.Sent()),
                        new Tested("webhook-1", new SendResult.NotNow("private address", Optional.empty(), true)),
                        new Tested("webhook-2", new SendResult.Failed("http 422")))));
    }
}
