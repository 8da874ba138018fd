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
 * A Learning Record Store. Statements go in batches; a batch that is refused is halved until the statement is found that is
 * refused itself. A statement that is there already (409) is as good as sent.
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

    /** @param message the message it is part of */
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

    /** None about somebody who is not known any more. */
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

    /** @return false when the store is in trouble, and nothing more is to be sent */
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

    /** A message is sent when all of its statements are; trouble of the store comes before a refusal. */
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

    /** A token that is refused is fetched anew, once. */
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

    /** An empty list of statements stores nothing, and shows whether address and authorization are right. */
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
