package dev.fieldcert.itemanalysis.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.itemanalysis.AttemptOutcome;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.Response;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.LearnerDatabase;
import dev.fieldcert.learner.LearnerEvent.AnswerGiven;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.learner.record.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What is counted bit by bit is what is counted from the beginning. */
class ReadModelTest {

    private static final Instant NOW = Instant.parse("2026-11-09T08:00:00Z");

    private final SettableClock clock = new SettableClock("2026-11-09T08:00:00Z");
    private final LearnerDatabase database = new LearnerDatabase();
    private final MongoOperations mongo = database.mongo();
    private final Records records = new Records(mongo);
    private final ItemRecords items = new ItemRecords(mongo);
    private final CountAnswers count = new CountAnswers(records, items, new Wordings(SmallCourse.taught()), clock);

    @AfterEach
    void close() {
        database.close();
    }

    private static AnswerGiven answer(
            String learner, String attempt, int index, String question, Attempt.Kind kind, double score, long second) {
        return new AnswerGiven(
                learner + ":" + attempt + ":" + index,
                learner,
                SmallCourse.COURSE,
                question.substring(0, question.indexOf('-')),
                question,
                "v1",
                kind,
                List.of("chosen", score >= 1 ? "true" : "false"),
                score,
                score >= 1 ? Confidence.CERTAIN : Confidence.GUESS,
                NOW.plusSeconds(second),
                NOW.plusSeconds(second - 7 - index),
                true);
    }

    private void stored(AnswerGiven... answers) {
        List.of(answers).forEach(mongo::save);
    }

    private List<Document> all(String collection) {
        return mongo.getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private CountedItem check(String question) {
        return items.item(SmallCourse.COURSE, question).stream()
                .filter(item -> item.mode() == Mode.CHECK)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRestLeavesTheItemOutAndEachModeIsCountedAlone() {
        count.countNew();
        stored(
                answer("U1", "a1", 0, "first-c1", Attempt.Kind.CHECK, 1, 10),
                answer("U1", "a1", 1, "first-c2", Attempt.Kind.CHECK, 0, 20),
                answer("U1", "a1", 2, "second-c1", Attempt.Kind.CHECK, 0.5, 30),
                answer("U1", "p1", 0, "first-p1", Attempt.Kind.PRACTICE, 1, 5));

        count.countNew();

        assertThat(check("first-c1").responses()).singleElement().satisfies(response -> {
            assertThat(response.score()).isEqualTo(1);
            assertThat(response.rest()).isEqualTo(0.25);
            assertThat(response.others()).isEqualTo(2);
            assertThat(response.seconds()).isEqualTo(7);
            assertThat(response.confidence()).isEqualTo(Confidence.CERTAIN);
            assertThat(response.chose(Response.place("true"))).isTrue();
            assertThat(response.chose(Response.place("false"))).isFalse();
            assertThat(response.first()).isTrue();
        });
        assertThat(items.item(SmallCourse.COURSE, "first-p1"))
                .extracting(CountedItem::mode)
                .containsExactly(Mode.PRACTICE);
        assertThat(items.outcomes(SmallCourse.COURSE)).singleElement().satisfies(outcome -> {
            assertThat(outcome.parts())
                    .containsExactly(
                            new AttemptOutcome.Part("first", 2, 1, 0.5, 1),
                            new AttemptOutcome.Part("second", 1, 0, 0.5, -1));
            assertThat(outcome.seconds()).isEqualTo(27);
            assertThat(outcome.score()).isEqualTo(0.5);
        });
        assertThat(records.uncounted(10)).isEmpty();
    }

    @Test
    void aPersonCountsOnceAndTheFigureOfAllAnswersStands() {
        stored(
                answer("U1", "a1", 0, "first-c1", Attempt.Kind.CHECK, 0, 10),
                answer("U1", "a2", 0, "first-c1", Attempt.Kind.CHECK, 1, 100),
                answer("U2", "a3", 0, "first-c1", Attempt.Kind.TEST_OUT, 1, 50));

        count.countNew();

        assertThat(check("first-c1").statistics().answers()).isEqualTo(3);
        assertThat(check("first-c1").statistics().people()).isEqualTo(2);
        assertThat(check("first-c1").statistics().facility()).isEqualTo(0.5);
        assertThat(check("first-c1").responses()).extracting(Response::first).containsExactly(true, true, false);
    }

    @Test
    void countedBitByBitInAnyOrderItIsTheSameAsFromTheBeginning() {
        for (long seed = 1; seed <= 3; seed++) {
            mongo.getCollectionNames().forEach(name -> mongo.remove(new Query(), name));
            count.countNew();
            Random random = new Random(seed);
            List<List<AnswerGiven>> attempts = new ArrayList<>();
            for (int learner = 0; learner < 12; learner++) {
                for (int attempt = 0; attempt < 4; attempt++) {
                    attempts.add(attempt("U" + learner, attempt, random));
                }
            }
            // One learner's answers are stored in their order, different learners' in any.
            Collections.shuffle(attempts, random);
            List<AnswerGiven> waiting = new ArrayList<>();
            attempts.forEach(waiting::addAll);
            waiting.sort(java.util.Comparator.comparing(AnswerGiven::at));
            while (!waiting.isEmpty()) {
                int some = Math.min(waiting.size(), 1 + random.nextInt(25));
                waiting.subList(0, some).forEach(mongo::save);
                waiting.subList(0, some).clear();
                count.countNew();
                if (random.nextInt(3) == 0) {
                    clock.advance(java.time.Duration.ofMinutes(10));
                }
            }
            regraded("first-c2");
            count.countNew();
            List<Document> incremental = all("item_statistics");
            List<Document> assessments = all("assessment_statistics");

            assertThat(count.rebuild(answers -> {})).isTrue();

            assertThat(incremental).hasSizeGreaterThan(10);
            assertThat(all("item_statistics")).isEqualTo(incremental);
            assertThat(all("assessment_statistics")).isEqualTo(assessments);
        }
    }

    private static List<AnswerGiven> attempt(String learner, int number, Random random) {
        Attempt.Kind kind = Attempt.Kind.values()[random.nextInt(Attempt.Kind.values().length)];
        List<String> questions = new ArrayList<>(List.of("first-c1", "first-c2", "first-c3", "second-c1", "second-c2"));
        Collections.shuffle(questions, random);
        List<AnswerGiven> answers = new ArrayList<>();
        int size = 1 + random.nextInt(questions.size());
        for (int i = 0; i < size; i++) {
            double score = new double[] {0, 1, 1, 1.0 / 3}[random.nextInt(4)];
            answers.add(answer(
                    learner,
                    "a" + learner + number,
                    i,
                    questions.get(i),
                    kind,
                    score,
                    1000L * number + 20L * i + random.nextInt(3)));
        }
        return answers;
    }

    /** As whoever changes the key does it. */
    private void regraded(String question) {
        mongo.updateMulti(
                Query.query(Criteria.where("question").is(question)),
                new Update().set("score", 1.0).set("uncounted", true),
                AnswerGiven.class);
    }

    @Test
    void countingAgainChangesNothing() {
        count.countNew();
        AnswerGiven given = answer("U1", "a1", 0, "first-c1", Attempt.Kind.CHECK, 1, 10);
        stored(given, answer("U1", "a1", 1, "first-c2", Attempt.Kind.CHECK, 0, 20));
        count.countNew();
        List<Document> once = all("item_statistics");

        // A crash after the answer was copied copies it again.
        stored(given);
        count.countNew();

        assertThat(all("item_statistics")).isEqualTo(once);
        assertThat(records.uncounted(10)).isEmpty();
    }

    @Test
    void anAnswerWhoseScoreChangesWhileItIsCountedIsCountedAgain() {
        AnswerGiven read = answer("U1", "a1", 0, "first-c1", Attempt.Kind.CHECK, 0, 10);
        stored(read);
        regraded("first-c1");

        records.markCounted(List.of(read));

        assertThat(records.uncounted(10)).hasSize(1);
    }

    @Test
    void onlyOneInstanceCounts() {
        assertThat(items.claim(NOW, NOW.plusSeconds(60))).isTrue();

        assertThat(items.claim(NOW.plusSeconds(59), NOW.plusSeconds(120))).isFalse();
        assertThat(items.claim(NOW.plusSeconds(60), NOW.plusSeconds(120))).isTrue();
        items.release(NOW.plusSeconds(61));
        assertThat(items.claim(NOW.plusSeconds(61), NOW.plusSeconds(120))).isTrue();
    }

    @Test
    void nothingLeadsToAPersonAndAnErasureChangesNoFigure() {
        stored(
                answer("U1", "a1", 0, "first-c1", Attempt.Kind.CHECK, 1, 10),
                answer("U1", "a1", 1, "first-c2", Attempt.Kind.CHECK, 0, 20));
        count.countNew();
        List<Document> before = all("item_statistics");
        assertThat(before.toString()).doesNotContain("U1");

        for (AnswerGiven answer : records.answersOf("U1")) {
            mongo.save(answer.by("erased-1", List.of()).by("erased-1", answer.answer()));
            mongo.remove(answer);
        }
        count.rebuild(answers -> {});

        assertThat(all("item_statistics")).isEqualTo(before);
    }
}
