package dev.fieldcert.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.stored.OpenedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} on the command line, and what the files hold. */
class ExportCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final EmbeddedMongo server = EmbeddedMongo.inMemory();

    @BeforeEach
    void aDatabaseOfThisRelease() {
        fill(2);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void fill(int schema) {
        try (var client = com.mongodb.client.MongoClients.create(server.uri("fieldcert"))) {
            client.getDatabase("fieldcert")
                    .getCollection("schema")
                    .replaceOne(
                            new Document("_id", "schema"),
                            new Document("_id", "schema").append("version", schema),
                            new com.mongodb.client.model.ReplaceOptions().upsert(true));
        }
    }

    private void store(Object... documents) {
        try (OpenedDatabase database = OpenedDatabase.open(server.uri("fieldcert"))) {
            List.of(documents).forEach(database.mongo()::save);
        }
    }

    private static Learner called(String id, String name, String email) {
        Learner learner = new Learner(id);
        learner.meet(new Profile(name, email, "Europe/Berlin", null, null, false, false, null, null), NOW);
        return learner;
    }

    private static LearnerEvent.AnswerGiven answer(String id, Instant at, String... answer) {
        return new LearnerEvent.AnswerGiven(
                "U1:" + id,
                "U1",
                "plans",
                "why",
                "q1",
                "v1",
                Attempt.Kind.CHECK,
                List.of(answer),
                0.5,
                Confidence.CERTAIN,
                at,
                null,
                null);
    }

    private int export(String... args) {
        return ExportCommand.run(
                args,
                reader -> reader.apply(server.uri("fieldcert")),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private List<CSVRecord> csv(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).startsWith("\uFEFF");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.substring(1)))
                .getRecords();
    }

    @Test
    void anAnswerIsARowWithWhoGaveItAndCalculatesNothing() throws IOException {
        store(
                called("U1", "=cmd|' /C calc'!A0", "ada@example.com"),
                answer("a1", NOW, "written", "@SUM(1,2), \"zoë\"\nline 2"));
        Path file = folder.resolve("answers.csv");

        assertThat(export("answers", file.toString())).isZero();

        CSVRecord row = csv(file).get(0);
        assertThat(row.get("learner")).isEqualTo("U1");
        assertThat(row.get("name")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(row.get("email")).isEqualTo("ada@example.com");
        assertThat(row.get("answer_shape")).isEqualTo("written");
        assertThat(row.get("answer")).isEqualTo("'@SUM(1,2), \"zoë\"\nline 2");
        assertThat(row.get("score")).isEqualTo("0.5000");
        assertThat(row.get("right")).isEqualTo("no");
        assertThat(row.get("answered_at")).isEqualTo("2026-11-02T09:00:00Z");
        assertThat(said()).contains("1 row written");
    }

    @Test
    void aLineOfJsonHasTheSameUnescaped() throws IOException {
        store(called("U1", "=1+1", null), answer("a1", NOW, "chosen", "b", "a"));
        Path file = folder.resolve("answers.ndjson");

        assertThat(export("answers", file.toString())).isZero();

        assertThat(Files.readAllLines(file)).hasSize(1);
        Document row = Document.parse(Files.readString(file));
        assertThat(row.getString("name")).isEqualTo("=1+1");
        assertThat(row.get("email")).isNull();
        assertThat(row.getList("answer", String.class)).containsExactly("b", "a");
        assertThat(row.getDouble("score")).isEqualTo(0.5);
        assertThat(row.getBoolean("right")).isFalse();
    }

    @Test
    void sinceTakesThatDayAndLater() throws IOException {
        store(
                answer("a1", Instant.parse("2026-10-30T23:59:59Z"), "chosen", "a"),
                answer("a2", Instant.parse("2026-10-31T00:00:00Z"), "chosen", "a"));
        Path file = folder.resolve("answers.csv");

        assertThat(export("answers", file.toString(), "--since", "2026-10-31")).isZero();

        assertThat(csv(file)).extracting(row -> row.get("answer_id")).containsExactly("U1:a2");
    }

    @Test
    void moreThanAPageOfRowsIsWhole() throws IOException {
        LearnerEvent.AnswerGiven[] many = new LearnerEvent.AnswerGiven[1_201];
        for (int i = 0; i < many.length; i++) {
            many[i] = answer("a%05d".formatted(i), NOW, "chosen", "a");
        }
        store((Object[]) many);
        Path file = folder.resolve("answers.csv");

        assertThat(export("answers", file.toString())).isZero();

        assertThat(csv(file)).hasSize(many.length);
        assertThat(csv(file)).extracting(row -> row.get("answer_id")).doesNotHaveDuplicates();
    }

    @Test
    void learnersBadgesAttemptsAndTheAuditAreTablesToo() throws IOException {
        Learner ada = called("U1", "Ada", "ada@example.com");
        ada.acted(NOW);
        ada.assignManager("U9");
        store(
                ada,
                new LearnerEvent.Audited(
                        "e1", "U1", "U9", AuditedAction.of(AuditedAction.Code.ENROLLED, "plans"), "because", NOW));
        Path learners = folder.resolve("learners.csv");
        Path audit = folder.resolve("audit.csv");
        Path badges = folder.resolve("badges.csv");
        Path attempts = folder.resolve("attempts.csv");

        assertThat(export("learners", learners.toString())).isZero();
        assertThat(export("audit", audit.toString())).isZero();
        assertThat(export("badges", badges.toString())).isZero();
        assertThat(export("attempts", attempts.toString())).isZero();

        assertThat(csv(learners).get(0).get("manager")).isEqualTo("U9");
        assertThat(csv(learners).get(0).get("last_active_at")).isEqualTo("2026-11-02T09:00:00Z");
        assertThat(csv(audit).get(0).toMap())
                .containsEntry("name", "Ada")
                .containsEntry("action", "enrolled")
                .containsEntry("subject", "plans")
                .containsEntry("why", "because");
        assertThat(csv(badges)).isEmpty();
        assertThat(csv(attempts)).isEmpty();
    }

    @Test
    void theStoredFixturesAreRowsWithoutAnException() throws IOException {
        try (OpenedDatabase database = OpenedDatabase.open(server.uri("fieldcert"))) {
            for (String fixture : List.of("answer answers", "attempt attempts", "award awards", "audit audit")) {
                String[] of = fixture.split(" ");
                database.mongo()
                        .getCollection(of[1])
                        .insertOne(Document.parse(
                                Files.readString(Path.of("src/test/resources/stored", of[0] + ".json"))));
            }
        }
        for (Table<?> table : Tables.ALL) {
            Path file = folder.resolve(table.name() + ".ndjson");
            assertThat(export(table.name(), file.toString())).isZero();
            assertThat(Files.readAllLines(file))
                    .as(table.name())
                    .hasSize(table.name().equals("learners") ? 0 : 1);
        }
    }

    @Test
    void aDatabaseOfAnotherReleaseIsNotRead() {
        fill(99);

        assertThat(export("answers", folder.resolve("answers.csv").toString())).isEqualTo(1);
        assertThat(said()).contains("schema 99");
    }

    @Test
    void wrongWordsAreNamed() {
        assertThat(export("answers")).isEqualTo(2);
        assertThat(export("everything", "file.csv")).isEqualTo(2);
        assertThat(export("answers", "file.csv", "--since", "yesterday")).isEqualTo(2);
        assertThat(export("answers", folder.resolve("no/such/folder.csv").toString()))
                .isEqualTo(1);
        assertThat(said())
                .contains("no table “everything”", "“yesterday” is not a day", "Usage: export", "could not be written");
    }
}
