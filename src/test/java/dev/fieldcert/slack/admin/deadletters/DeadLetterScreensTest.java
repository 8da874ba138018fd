package dev.fieldcert.slack.admin.deadletters;

import dev.fieldcert.learner.Notification;
import dev.fieldcert.outbox.DeadLetter;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.slack.blockkit.Golden;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterScreensTest {

    private static final Instant NOW = Instant.parse("2026-11-09T08:00:00Z");

    private static DeadLetter letter(String id, String owner, MessageContent content, String reason) {
        return new DeadLetter(
                id, owner, OutboxMessage.unsolicited(id, content, NOW, NOW), reason, NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void whatCouldNotBeDeliveredToWhomAndWhy() {
        Golden.assertMatches(
                "admin/dead-letters",
                DeadLetterMessages.list(
                        DeadLetterMessages.retried(true),
                        List.of(
                                letter(
                                        "m1",
                                        "U0ADA",
                                        new Notification.Submitted("planning", "plan", "s1", 1),
                                        "java.util.NoSuchElementException: No value present"),
                                letter("m2", "U0ADA", new Notification.Feedback("Nice."), "invalid_blocks"),
                                letter("m3", "U0ADA", new Notification.BadgeAnnounced("b", "a", NOW, NOW), "x`y <z>"),
                                letter(
                                        "m4",
                                        "U0ADA",
                                        new Notification.ReviewAsked(null, "planning", "plan", "s1", false),
                                        "a".repeat(400)),
                                letter(
                                        "m5",
                                        "person:U0MAX",
                                        new Notification.RoleGiven("U0MAX", "author", "U0BOSS"),
                                        "account_inactive"),
                                letter(
                                        "m6",
                                        "channel:C0TEAM",
                                        new Notification.BadgeDigest("C0TEAM", List.of()),
                                        "msg_too_long")),
                        12));
    }
}
