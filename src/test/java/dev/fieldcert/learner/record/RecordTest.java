package dev.fieldcert.learner.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.LearnerDatabase;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.RequestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has happened, read across learners, and the audit trail. */
class RecordTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private static final AuditedAction WHAT = AuditedAction.of(AuditedAction.Code.COHORT_JOINED, "spring");

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final LearnerDatabase database = new LearnerDatabase();
    private final Learners learners = database.learners(clock);
    private final AuditTrail audit = new AuditTrail(database.mongo(), clock);
    private final Records records = new Records(database.mongo());

    @AfterEach
    void close() {
        database.close();
    }

    private static LearnerEvent work(String id, Instant at) {
        return new LearnerEvent.Submitted(id, "U0ADA", "plans", "first", "v1", 1, "x", "", List.of(), at);
    }

    @Test
    void answersAreReadFromAMomentOnWithoutTheirText() {
        for (int i = 0; i < 2; i++) {
            learners.record(List.of(new LearnerEvent.AnswerGiven(
                    "a" + i,
                    "U0ADA",
                    "plans",
                    "first",
                    "q",
                    "v1",
                    Attempt.Kind.CHECK,
                    List.of("written", "x"),
                    1,
                    null,
                    NOW.plusSeconds(i),
                    null,
                    null)));
        }

        try (var answers = records.answers(Set.of("U0ADA", "U0EVE"), NOW.plusSeconds(1))) {
            assertThat(answers).extracting(LearnerEvent.AnswerGiven::id).containsExactly("a1");
        }
        try (var answers = records.answers(Set.of("U0EVE"), NOW)) {
            assertThat(answers).isEmpty();
        }
    }

    @Test
    void workIsUnansweredUntilItIsReviewedOrSomebodyElseIsAsked() {
        learners.record(List.of(work("w2", NOW.plusSeconds(1)), work("w1", NOW), work("w3", NOW.plusSeconds(9))));

        assertThat(unanswered()).containsExactly("w1", "w2");
        learners.record(List.of(
                new LearnerEvent.Escalated("w1", "U0ADA", null, null, LearnerEvent.Escalated.Why.NO_ANSWER, NOW)));
        assertThat(unanswered()).containsExactly("w2");
        learners.record(List.of(new LearnerEvent.Reviewed(
                "w2", "U0ADA", "plans", "first", "U0BOSS", java.util.Map.of(), java.util.Map.of(), true, NOW)));
        assertThat(unanswered()).isEmpty();
    }

    private List<String> unanswered() {
        return records.unanswered(NOW, NOW.plusSeconds(8)).stream()
                .map(LearnerEvent.Submitted::id)
                .toList();
    }

    @Test
    void theAuditIsReadNewestFirstAPageAtATime() {
        for (int i = 0; i < 3; i++) {
            audit.note("U0ADA", "U0BOSS", WHAT, "why" + i);
            clock.advance(Duration.ofSeconds(1));
        }
        audit.note("U0EVE", "U0BOSS", WHAT, "why");

        assertThat(audit.about("U0ADA", 0, 2))
                .extracting(LearnerEvent.Audited::why)
                .containsExactly("why2", "why1", "why0");
        assertThat(audit.about("U0ADA", 1, 2)).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("U0BOSS");
            assertThat(entry.at()).isEqualTo(NOW);
        });
    }

    @Test
    void aRequestThatComesAgainIsNotedOnce() {
        for (int run = 0; run < 2; run++) {
            new RequestContext("one request", NOW).during(() -> {
                audit.note("U0ADA", "U0BOSS", WHAT, "why");
                audit.note("U0ADA", "U0BOSS", WHAT.counting(1), "why");
            });
        }
        audit.note("U0ADA", "U0BOSS", WHAT, "why");

        assertThat(audit.about("U0ADA", 0, 9)).hasSize(3);
    }
}
