package dev.fieldcert.learner.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.Calibration;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerDatabase;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is kept of a person is shown to them, and goes when they want it to. */
class PrivacyTest {

    private static final String ADA = "U0ADA";
    private static final String TOKEN = "erased-1";
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final LearnerDatabase database = new LearnerDatabase(Learner.class, LearnerEvent.Audited.class);
    private final MongoTemplate mongo = database.mongo();
    private final Learners learners = database.learners(clock);
    private final EraseLearner erase = new EraseLearner(learners, mongo, new PersonSweep(mongo), clock);
    private final List<Integer> steps = new ArrayList<>();

    @BeforeEach
    void aLearnerWithARecord() {
        learners.change(ADA, learner -> {
            learner.meet(Profile.UNKNOWN.seenAs("Ada Brandt", "ada@example.com", null, false, false), NOW);
            learner.record(new LearnerEvent.FeedbackGiven("f1", ADA, "Ada Brandt says hello", NOW));
            return null;
        });
        Attempt.Item written = Attempt.Item.open("q1", "first", 1).answered(new Answer.Written("my cat"), 1, null, NOW);
        Attempt.Item chosen = Attempt.Item.open("q2", "first", 1).answered(Answer.Chosen.of("a"), 1, null, NOW);
        learners.record(List.of(
                answer("0", written),
                answer("1", chosen),
                new LearnerEvent.AttemptTaken(
                        ADA + ":a1-1",
                        ADA,
                        new AttemptResult(
                                "a1-1",
                                Attempt.Kind.CHECK,
                                "plans",
                                null,
                                "v1",
                                1,
                                true,
                                List.of(),
                                List.of(written, chosen),
                                null,
                                1,
                                Calibration.NONE,
                                List.of()),
                        NOW,
                        NOW),
                new LearnerEvent.Submitted(ADA + ":V1", ADA, "plans", "first", "v1", 1, "my plan", "", List.of(), NOW),
                new LearnerEvent.Reviewed(
                        "U0EVE:V1", "U0EVE", "plans", "first", ADA, Map.of("aim", 4), Map.of("aim", "nice"), true, NOW),
                new LearnerEvent.Reviewed(
                        ADA + ":V1", ADA, "plans", "first", "U0EVE", Map.of("aim", 4), Map.of(), true, NOW)));
    }

    private static LearnerEvent answer(String index, Attempt.Item item) {
        return new LearnerEvent.AnswerGiven(
                ADA + ":a1-1:" + index,
                ADA,
                "plans",
                "first",
                item.question(),
                "v1",
                Attempt.Kind.CHECK,
                item.answer(),
                1,
                null,
                NOW,
                null,
                null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<Document> all(String collection) {
        return mongo.getCollection(collection).find().into(new ArrayList<>());
    }

    private List<LearnerEvent.Audited> audited(String about) {
        return mongo.findAll(LearnerEvent.Audited.class).stream()
                .filter(entry -> entry.learner().equals(about))
                .toList();
    }

    private long erased() {
        return erase.erase(
                ADA, TOKEN, List.of("Ada B."), "ada.b@example.com", "U0BOSS", "Ada Brandt asked", () -> steps.add(1));
    }

    @Test
    void nothingThatNamesThePersonIsLeft() {
        erased();

        for (String collection : mongo.getCollectionNames()) {
            assertThat(all(collection).toString())
                    .as(collection)
                    .doesNotContain(ADA, "Ada Brandt", "ada@example.com", "my cat", "my plan");
        }
        assertThat(all("learners")).isEmpty();
        assertThat(all("feedback")).isEmpty();
        assertThat(all("submissions")).isEmpty();
        assertThat(steps).isNotEmpty();
    }

    @Test
    void answersStayWithoutTheirPersonAndWithoutTheirWords() {
        erased();

        List<LearnerEvent.AnswerGiven> answers = mongo.findAll(LearnerEvent.AnswerGiven.class);
        assertThat(answers)
                .extracting(LearnerEvent.AnswerGiven::id)
                .containsExactlyInAnyOrder(TOKEN + ":a1-1:0", TOKEN + ":a1-1:1");
        assertThat(answers)
                .extracting(LearnerEvent.AnswerGiven::answer)
                .containsExactlyInAnyOrder(
                        List.of("written", ""), Answer.Chosen.of("a").stored());
        LearnerEvent.AttemptTaken taken =
                mongo.findAll(LearnerEvent.AttemptTaken.class).get(0);
        assertThat(taken.id()).isEqualTo(TOKEN + ":a1-1");
        assertThat(taken.result().items())
                .extracting(Attempt.Item::answer)
                .containsExactly(List.of("written", ""), Answer.Chosen.of("a").stored());
    }

    @Test
    void whatTheyWroteAboutOthersGoesAndTheReviewStays() {
        erased();

        LearnerEvent.Reviewed review = learners.review("U0EVE:V1").orElseThrow();
        assertThat(review.by()).isEqualTo(TOKEN);
        assertThat(review.comments()).isEmpty();
        assertThat(review.marks()).containsEntry("aim", 4);
        assertThat(mongo.findAll(LearnerEvent.Reviewed.class)).hasSize(1);
    }

    @Test
    void theErasureItselfIsNotedWithoutANameAndByWhom() {
        erased();

        assertThat(audited(TOKEN)).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("U0BOSS");
            assertThat(entry.why()).isEqualTo(TOKEN + " asked");
            assertThat(entry.at()).isEqualTo(NOW);
        });
        erase.erase("U0BOSS", "erased-2", List.of(), null, "U0BOSS", "", () -> {});
        assertThat(audited("erased-2").get(0).by()).isEqualTo("erased-2");
        assertThat(EraseLearner.token()).startsWith("erased-").hasSize(20).isNotEqualTo(EraseLearner.token());
    }

    @Test
    void aNameIsSweptAsAWholeWordAndAnIdWhereverItStands() {
        mongo.getCollection("notes").insertOne(new Document("_id", ADA + ":n1").append("text", "Ask Ada Brandt"));
        mongo.getCollection("notes")
                .insertOne(new Document("_id", "n2")
                        .append("by", new Document(ADA, List.of("ADA@EXAMPLE.COM", 7)))
                        .append("version", 3L));
        mongo.getCollection("notes").insertOne(new Document("_id", "n3").append("text", "Ada Brandtson and U0ADAX"));
        mongo.getCollection("notes").insertOne(new Document("_id", "n4").append("text", "Ada Brandt"));

        assertThat(erased()).isPositive();

        assertThat(all("notes"))
                .containsExactlyInAnyOrder(
                        new Document("_id", TOKEN + ":n1").append("text", "Ask " + TOKEN),
                        new Document("_id", "n2")
                                .append("by", new Document(TOKEN, List.of(TOKEN, 7)))
                                .append("version", 4L),
                        new Document("_id", "n3").append("text", "Ada Brandtson and U0ADAX"),
                        new Document("_id", "n4").append("text", TOKEN));
    }

    @Test
    void namesTooShortToMeanSomebodyStay() {
        assertThat(PersonSweep.swept("Al sees all of U0ADA", List.of(ADA, " "), List.of("A", " "), TOKEN))
                .isEqualTo("Al sees all of " + TOKEN);
    }

    @Test
    void aPersonReadsAllThatIsTheirs() {
        PersonalRecord record = new PersonalRecord(mongo);
        mongo.getCollection("notes").insertOne(new Document("_id", "n1").append("person", ADA));
        mongo.getCollection("notes").insertOne(new Document("_id", "n2").append("person", "U0EVE"));

        assertThat(record.parts()).startsWith("learner", "answers").endsWith("notes");
        assertThat(record.parts())
                .doesNotContain("learners", "program_versions")
                .doesNotHaveDuplicates();
        assertThat(read(record, "learner")).hasSize(1);
        assertThat(read(record, "answers")).hasSize(2);
        assertThat(read(record, "reviews")).hasSize(1);
        assertThat(read(record, "reviews_given")).hasSize(1);
        assertThat(read(record, "notes")).extracting(note -> note.get("_id")).containsExactly("n1");
    }

    private static List<Document> read(PersonalRecord record, String part) {
        List<Document> found = new ArrayList<>();
        record.read(ADA, part, found::add);
        return found;
    }
}
