package dev.fieldcert.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.local.store.EmbeddedMongo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

class OutboxRelayTest {

    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final SendResult SENT = new SendResult.Sent();
    private static final SendResult AWAY = new SendResult.NotNow("away", Optional.empty(), true);

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.uri("test"));
    private final SettableClock clock = new SettableClock("2026-11-09T08:00:00Z");
    private final InMemoryTransport transport = new InMemoryTransport();
    private Outboxes outboxes;
    private DeadLetters deadLetters;
    private SimpleMeterRegistry registry;
    private OutboxRelay relay;

    /** What is sent to the person in its first word. */
    public record Text(String text) implements MessageContent {

        @Override
        public Recipient recipient() {
            return new Recipient.Person(text.split(" ")[0]);
        }
    }

    private static final class InMemoryTransport implements OutboxTransport {

        final List<String> arrived = new ArrayList<>();
        final List<String> attempted = new ArrayList<>();
        final Map<String, Supplier<SendResult>> results = new HashMap<>();
        Optional<Instant> quietUntil = Optional.empty();

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public void prepare(HasOutbox owner) {}

        @Override
        public Optional<Instant> quietUntil(OutboxMessage message, HasOutbox owner) {
            return quietUntil;
        }

        @Override
        public boolean isHere(OutboxMessage message, HasOutbox owner) {
            return false;
        }

        @Override
        public SendResult send(OutboxMessage message, HasOutbox owner, BooleanSupplier mayStillSend) {
            String text = ((Text) message.content()).text();
            attempted.add(text);
            SendResult result = results.getOrDefault(text, () -> SENT).get();
            if (result.equals(SENT)) {
                arrived.add(text);
            }
            return result;
        }

        @Override
        public void changed(HasOutbox owner) {}
    }

    @BeforeEach
    void open() {
        MongoTemplate mongo = new MongoTemplate(client, "test");
        outboxes = new Outboxes(mongo, clock, new OutboxSettings(LEASE));
        deadLetters = new DeadLetters(mongo);
        registry = new SimpleMeterRegistry();
        List<OutboxStore> stores = List.of(outboxes);
        relay = new OutboxRelay(
                stores,
                outboxes,
                transport,
                deadLetters,
                List.of(),
                new OutboxMetrics(registry, stores, deadLetters, clock),
                clock);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private void enqueue(String... texts) {
        for (String text : texts) {
            outboxes.enqueueOnce(
                    OutboxMessage.unsolicited("id of " + text, new Text(text), clock.instant(), clock.instant()));
        }
    }

    private void ticks(int times, Duration apart) {
        for (int tick = 0; tick < times; tick++) {
            relay.deliverDue();
            clock.advance(apart);
        }
    }

    private static SendResult fails() {
        throw new IllegalStateException("cannot be rendered");
    }

    private static SendResult overflows() {
        return overflows();
    }

    @Test
    void whatIsDueIsSentInOrderAndOnce() {
        enqueue("ada 1", "mei 1", "ada 2");

        ticks(3, Duration.ofMinutes(1));

        assertThat(transport.arrived).containsExactlyInAnyOrder("ada 1", "mei 1", "ada 2");
        assertThat(transport.arrived.indexOf("ada 1")).isLessThan(transport.arrived.indexOf("ada 2"));
        assertThat(outboxes.backlog()).isEqualTo(OutboxBacklog.NONE);
    }

    @Test
    void aMessageThatFailsIsTriedABoundedNumberOfTimesAndThenADeadLetter() {
        transport.results.put("ada 1", OutboxRelayTest::fails);
        enqueue("ada 1", "ada 2", "mei 1");

        relay.deliverDue();
        assertThat(transport.arrived).containsExactly("mei 1");
        ticks(60, Duration.ofSeconds(5));

        assertThat(transport.attempted).filteredOn("ada 1"::equals).hasSize(RetryPolicy.DEFAULT.maximumFailures());
        assertThat(transport.arrived).containsExactly("mei 1", "ada 2");
        assertThat(deadLetters.newest(5)).singleElement().satisfies(letter -> {
            assertThat(letter.message().content()).isEqualTo(new Text("ada 1"));
            assertThat(letter.reason()).contains("cannot be rendered");
            assertThat(letter.about()).isEqualTo("ada");
        });
        assertThat(registry.get("fieldcert.outbox.dead.letters").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void aMessageOfANewerReleaseWaitsAndHoldsUpNobody() {
        UnknownContent song = new UnknownContent(new Document("kind_", "song"));
        outboxes.change(
                new Recipient.Person("ada"), outbox -> outbox.enqueue(OutboxMessage.answer(song, clock.instant())));
        enqueue("ada 1");

        ticks(60, Duration.ofMinutes(5));

        assertThat(transport.arrived).containsExactly("ada 1");
        assertThat(transport.attempted).containsExactly("ada 1");
        assertThat(deadLetters.count()).isZero();
        outboxes.change(new Recipient.Person("ada"), outbox -> {
            assertThat(outbox.messages()).singleElement().satisfies(message -> {
                assertThat(message.content()).isEqualTo(song);
                assertThat(message.attempts() + message.failures()).isZero();
            });
            return outbox;
        });
    }

    @Test
    void anErrorOfTheMachineIsLikeAnException() {
        transport.results.put("ada 1", OutboxRelayTest::overflows);
        enqueue("ada 1", "mei 1");

        ticks(60, Duration.ofSeconds(5));

        assertThat(transport.arrived).containsExactly("mei 1");
        assertThat(deadLetters.newest(5))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).contains("StackOverflowError"));
    }

    @Test
    void aTransportThatIsAwayForLongLosesNothingAndKeepsTheOrder() {
        transport.results.put("ada 1", () -> AWAY);
        enqueue("ada 1", "ada 2");

        ticks(100, Duration.ofMinutes(5));
        assertThat(transport.arrived).isEmpty();
        transport.results.clear();
        ticks(10, Duration.ofMinutes(5));

        assertThat(transport.arrived).containsExactly("ada 1", "ada 2");
        assertThat(deadLetters.count()).isZero();
    }

    @Test
    void whatWillNeverBeTakenIsADeadLetterAtOnce() {
        transport.results.put("ada 1", () -> new SendResult.Refused("account_inactive"));
        enqueue("ada 1", "ada 2");

        relay.deliverDue();

        assertThat(transport.arrived).containsExactly("ada 2");
        assertThat(deadLetters.newest(5)).extracting(DeadLetter::reason).containsExactly("account_inactive");
    }

    @Test
    void anAttemptThatNeverEndsCountsForItsMessageAndForNoOther() {
        transport.results.put("ada 2", () -> {
            throw new DataAccessResourceFailureException("as good as a crash: the lease is never given back");
        });
        enqueue("ada 1", "ada 2", "ada 3", "mei 1");

        ticks(30, LEASE);

        assertThat(transport.attempted).filteredOn("ada 2"::equals).hasSize(RetryPolicy.DEFAULT.maximumStops());
        assertThat(transport.arrived).contains("mei 1", "ada 1", "ada 3");
        assertThat(deadLetters.newest(5)).singleElement().satisfies(letter -> {
            assertThat(letter.message().content()).isEqualTo(new Text("ada 2"));
            assertThat(letter.reason()).contains("stopped");
        });
    }

    @Test
    void aFailureOfTheDatabaseReachesWhoMadeTheChange() {
        transport.results.put("ada 1", () -> {
            throw new DataAccessResourceFailureException("away");
        });

        assertThatThrownBy(() -> relay.tell(new Text("ada 1"))).isInstanceOf(DataAccessResourceFailureException.class);
        transport.results.clear();
        clock.advance(LEASE);
        relay.deliverDue();

        assertThat(transport.arrived).containsExactly("ada 1");
    }

    @Test
    void aDeadLetterIsTriedAnewAndLookedForFirst() {
        transport.results.put("ada 1", () -> new SendResult.Refused("account_inactive"));
        enqueue("ada 1");
        relay.deliverDue();
        transport.results.clear();
        String id = deadLetters.newest(1).get(0).id();

        assertThat(relay.retry(id)).isTrue();
        assertThat(relay.retry(id)).isFalse();

        assertThat(transport.arrived).containsExactly("ada 1");
        assertThat(deadLetters.count()).isZero();
    }

    @Test
    void whatNobodyAskedForWaitsForTheHoursOfItsRecipient() {
        Instant morning = clock.instant().plus(Duration.ofHours(10));
        transport.quietUntil = Optional.of(morning);

        relay.tell(new Text("ada 1"));
        relay.tell(new Text("ada 1"));
        assertThat(transport.attempted).isEmpty();
        assertThat(outboxes.backlog().messages()).isEqualTo(1);
        assertThat(outboxes.backlog().due()).contains(morning);
        transport.quietUntil = Optional.empty();
        ticks(2, Duration.ofHours(10));

        assertThat(transport.arrived).containsExactly("ada 1");
    }

    @Test
    void whatIsSentOnceIsNeverEnqueuedAgain() {
        enqueue("ada 1");
        relay.deliverDue();

        enqueue("ada 1");
        relay.deliverDue();

        assertThat(transport.arrived).containsExactly("ada 1");
        assertThat(outboxes.enqueuedOnce(List.of("ada", "mei"))).containsExactly("id of ada 1");
    }

    @Test
    void whoeverStopsGivesTheLeaseBack() {
        enqueue("ada 1");
        relay.stop();
        relay.tell(new Text("ada 2"));
        assertThat(transport.attempted).isEmpty();

        relay.start();
        relay.deliverDue();

        assertThat(transport.arrived).containsExactly("ada 1", "ada 2");
    }

    @Test
    void whatIsWithdrawnIsNotSent() {
        enqueue("ada 1", "ada 2");

        assertThat(outboxes.withdraw(new Recipient.Person("ada"), new Text("ada 1")::equals))
                .isTrue();
        assertThat(outboxes.withdraw(new Recipient.Person("mei"), content -> true))
                .isFalse();
        outboxes.forget("mei");
        relay.deliverDue();

        assertThat(transport.arrived).containsExactly("ada 2");
    }
}
