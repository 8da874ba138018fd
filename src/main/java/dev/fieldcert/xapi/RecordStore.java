package dev.fieldcert.xapi;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.delivery.Destination;
import dev.fieldcert.delivery.Happened;
import dev.fieldcert.delivery.Posting;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.SendResult;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Learning Record Store (LRS). Statements are sent in batches. If the LRS refuses a batch, it is halved repeatedly
 * until the statement at fault is found. A statement that the LRS already has (409) counts as sent.
 */
final class RecordStore implements Destination {

    static final String ID = "lrs";

    private static final Logger LOG = LoggerFactory.getLogger(RecordStore.class);
    private static final int BATCH = 50;

    private final XapiSettings settings;
    private final Statements statements;
    private final Learners learners;
    private final Programs programs;
    private final Posting posting;
    private final Authorization authorization;
    private final Clock clock;

    RecordStore(XapiSettings settings, Learners learners, Programs programs, Posting posting, Clock clock) {
        this.settings = settings;
        this.statements = new Statements(settings.homePage(), settings.base());
        this.learners = learners;
        this.programs = programs;
        this.posting = posting;
        this.authorization = new Authorization(settings, posting, clock);
        this.clock = clock;
    }

    /** @param message id of the message that the statement belongs to */
    private record Sending(String message, JsonObject statement) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String address() {
        return settings.endpoint();
    }

    @Override
    public boolean wants(LearnerEvent event) {
        return Statements.isTold(event);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public boolean isLogged() {
        return false;
    }

    @Override
    public Map<String, SendResult> send(List<OutboxMessage> messages) {
        Map<String, SendResult> results = new LinkedHashMap<>();
        Map<String, Learner> people = people(messages);
        List<Sending> sendings = new ArrayList<>();
        for (OutboxMessage message : messages) {
            try {
                statements(message, people).forEach(statement -> sendings.add(new Sending(message.id(), statement)));
                results.put(message.id(), new SendResult.Sent());
            } catch (RuntimeException notRendered) {
                LOG.warn("Statement not made id={}", message.id(), notRendered);
                results.put(message.id(), new SendResult.Failed(notRendered.toString()));
            }
        }
        post(sendings, results);
        return results;
    }

    private Map<String, Learner> people(List<OutboxMessage> messages) {
        List<String> ids = messages.stream()
                .map(OutboxMessage::content)
                .filter(Happened.class::isInstance)
                .map(content -> ((Happened) content).event().learner())
                .distinct()
                .toList();
        return learners.findAll(ids).stream().collect(Collectors.toMap(Learner::id, Function.identity()));
    }

    /** Returns no statements if the learner is no longer known. */
    private List<JsonObject> statements(OutboxMessage message, Map<String, Learner> people) {
        if (message.content() instanceof Voided voided) {
            return List.of(statements.voiding(voided.statement(), message.createdAt()));
        }
        LearnerEvent event = ((Happened) message.content()).event();
        Optional<Learner> learner = Optional.ofNullable(people.get(event.learner()));
        return learner.map(known -> statements(event, email(known))).orElse(List.of());
    }

    private List<JsonObject> statements(LearnerEvent event, Optional<String> email) {
        Program program = Statements.version(event).flatMap(programs::version).orElseGet(programs::current);
        Optional<String> revoked = event instanceof LearnerEvent.Milestone milestone
                        && milestone.what() == LearnerEvent.Milestone.What.BADGE_REVOKED
                ? learners.badgeGiven(milestone.subject()).map(LearnerEvent.BadgeGiven::badge)
                : Optional.empty();
        return statements.of(event, email, program, revoked);
    }

    private Optional<String> email(Learner learner) {
        return settings.actor() == XapiSettings.Actor.EMAIL
                ? Optional.ofNullable(learner.profile().email())
                : Optional.empty();
    }

    /** @return false if the LRS has a problem, so that nothing more should be sent now */
    private boolean post(List<Sending> sendings, Map<String, SendResult> results) {
        if (sendings.isEmpty()) {
            return true;
        }
        SendResult result = post(sendings);
        if (result instanceof SendResult.Refused refused && sendings.size() > 1) {
            int half = sendings.size() / 2;
            List<Sending> rest = sendings.subList(half, sendings.size());
            if (post(sendings.subList(0, half), results)) {
                return post(rest, results);
            }
            rest.forEach(sending ->
                    worse(results, sending, new SendResult.NotNow(refused.reason(), Optional.empty(), false)));
            return false;
        }
        sendings.forEach(sending -> worse(results, sending, result));
        return !(result instanceof SendResult.NotNow);
    }

    /**
     * Keeps the worse result: a message is sent only once all its statements are, and a problem of the LRS takes
     * priority over a refusal.
     */
    private static void worse(Map<String, SendResult> results, Sending sending, SendResult result) {
        results.merge(
                sending.message(),
                result,
                (before, now) -> now instanceof SendResult.Sent || before instanceof SendResult.NotNow ? before : now);
    }

    private SendResult post(List<Sending> sendings) {
        JsonArrayBuilder array = Json.array();
        sendings.forEach(sending -> array.add(sending.statement()));
        byte[] body = array.build().toString().getBytes(StandardCharsets.UTF_8);
        try {
            Posting.Reply reply = authorized(body);
            if (reply.isSuccess() || reply.status() == 409 && sendings.size() == 1) {
                return new SendResult.Sent();
            }
            boolean aboutTheStatements = reply.status() == 400 || reply.status() == 409 || reply.status() == 413;
            return aboutTheStatements
                    ? new SendResult.Refused("http " + reply.status())
                    : new SendResult.NotNow("http " + reply.status(), reply.retryAfter(), false);
        } catch (IOException noAnswer) {
            return new SendResult.NotNow(String.valueOf(noAnswer.getMessage()), Optional.empty(), true);
        }
    }

    /** If the token is refused, fetches a new one and tries once more. */
    private Posting.Reply authorized(byte[] body) throws IOException {
        Posting.Reply reply = posting.post(settings.statements(), headers(), body);
        if (reply.status() == 401 && authorization.hasToken()) {
            authorization.forget();
            return posting.post(settings.statements(), headers(), body);
        }
        return reply;
    }

    private Map<String, String> headers() throws IOException {
        return Map.of(
                "Authorization",
                authorization.header(),
                "Content-Type",
                "application/json",
                "X-Experience-API-Version",
                settings.version());
    }

    /**
     * Sends an empty list of statements, which stores nothing, but shows whether address and authorization are valid.
     */
    @Override
    public SendResult test() {
        SendResult result = post(List.of());
        return result instanceof SendResult.Refused ? new SendResult.Sent() : result;
    }

    @Override
    public Map<String, MessageContent> uponErasureOf(String person) {
        Map<String, MessageContent> told = new LinkedHashMap<>();
        if (settings.voids()) {
            learners.eventsOf(person).stream()
                    .filter(Statements::isTold)
                    .flatMap(event -> statements(event, Optional.empty()).stream())
                    .map(statement -> statement.getString("id"))
                    .forEach(id -> told.put("void:" + id, new Voided(ID, id)));
        }
        return told;
    }
}
