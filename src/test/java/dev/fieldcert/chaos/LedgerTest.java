package dev.fieldcert.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.FieldCert;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The ledger that the chaos suite believes: it finds nothing where nothing happened, and everything where something did. */
class LedgerTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final MongoTemplate store = FIELD_CERT.bean(MongoTemplate.class);
    private final Person ada = FIELD_CERT.scholar("ada").person();

    @Test
    void whatIsLostDoubledOrUnheardOfIsFound() throws InterruptedException {
        var team = FIELD_CERT.workspace().channel("field-certification");
        Ledger ledger = new Ledger(FIELD_CERT.workspace(), team, new Counts());
        AtomicBoolean begun = new AtomicBoolean();
        ChaosLearner pupil = new ChaosLearner(
                ada,
                FIELD_CERT.programs().current(),
                List.of("applying-devops"),
                store::getDb,
                7,
                new Counts(),
                () -> begun.getAndSet(true));
        pupil.goesToSchool();
        assertThat(ledger.check(List.of(pupil), store.getDb())).isEmpty();

        Document answer =
                store.getCollection("answers").findOneAndDelete(new Document("learner", ada.id()).append("score", 1.0));
        store.getCollection("answers")
                .insertOne(new Document("_id", "made-up")
                        .append("learner", ada.id())
                        .append("score", 1.0));
        store.getCollection("badges_given").deleteMany(new Document("learner", ada.id()));
        var shown = ada.client().directMessages().stream()
                .filter(message -> message.has("metadata"))
                .findFirst()
                .orElseThrow();
        String outbox = shown.getAsJsonObject("metadata")
                .getAsJsonObject("event_payload")
                .get("id")
                .getAsString();
        SlackSender slack = FIELD_CERT.bean(SlackSender.class);
        slack.post(slack.dmWith(ada.id()), SlackMessage.note("Once more"), outbox);
        slack.post(team.id(), SlackMessage.note("A badge for <@" + ada.id() + ">"), null);

        List<String> found = ledger.check(List.of(pupil), store.getDb());
        assertThat(found)
                .contains("lost: answer " + answer.getString("_id"), "unheard of: answer made-up")
                .contains("lost: " + ada.id() + " badges: applying-devops", "twice: " + ada.id() + " announced")
                .anyMatch(line -> line.startsWith("twice: " + ada.id() + " by id"));
    }

    @Test
    void feedbackThatIsLostOrDoubledIsFound() {
        var channel = FIELD_CERT.workspace().channel("field-feedback");
        Ledger ledger = new Ledger(FIELD_CERT.workspace(), channel, new Counts());
        SlackSender slack = FIELD_CERT.bean(SlackSender.class);
        for (String note : List.of("note-U1-1", "note-U1-2", "note-U1-2")) {
            slack.post(channel.id(), SlackMessage.note("They say: " + note), null);
        }

        assertThat(ledger.checkFeedback(channel, java.util.Set.of("note-U1-1", "note-U1-3")))
                .containsExactly("lost: feedback note-U1-3", "twice: feedback note-U1-2");
    }
}
