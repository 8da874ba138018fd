package dev.fieldcert.itemanalysis.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same figures from a file. */
class StatsCommandTest {

    private static final String HEADER =
            "learner,answer_id,course,objective,question,program_version,occasion,score,confidence,asked_at,answered_at\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... args) {
        return StatsCommand.run(args, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("answers.csv"), "\uFEFF" + text).toString();
    }

    @Test
    void aFixedFormHasTheFiguresOfTheScript() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(getClass().getResourceAsStream("/itemanalysis/fixed-form.json"));
        StringBuilder text = new StringBuilder(HEADER);
        for (int person = 0; person < expected.get("scores").size(); person++) {
            JsonNode row = expected.get("scores").get(person);
            for (int item = 0; item < row.size(); item++) {
                text.append(
                        "U%1$d,U%1$d:a%1$d:%2$d,plans,first,q%2$d,v,check,%3$s,,2026-11-02T09:00:00Z,2026-11-02T09:00:%4$02dZ%n"
                                .formatted(person, item, row.get(item).asText(), 10 + item));
            }
        }

        assertThat(run(file(text.toString()))).isZero();

        assertThat(lines()).hasSize(1 + 7 + 1);
        for (int item = 0; item < 7; item++) {
            String[] cells = lines().get(1 + item).split(",", -1);
            JsonNode should = expected.get("items").get(item);
            assertThat(cells[1]).isEqualTo("q" + item);
            assertThat(Double.parseDouble(cells[5]))
                    .isCloseTo(should.get("facility").asDouble(), within(1e-6));
            assertThat(Double.parseDouble(cells[9]))
                    .isCloseTo(should.get("discrimination").asDouble(), within(1e-6));
            assertThat(Double.parseDouble(cells[12]))
                    .isCloseTo(should.get("efficiency").asDouble(), within(1e-6));
            assertThat(Double.parseDouble(cells[14])).isEqualTo(10 + item);
            assertThat(cells[16].isEmpty())
                    .isEqualTo(should.get("effectiveWeight").isNull());
            if (!cells[16].isEmpty()) {
                assertThat(Double.parseDouble(cells[16]))
                        .isCloseTo(should.get("effectiveWeight").asDouble(), within(1e-6));
            }
        }
        assertThat(lines().get(8))
                .contains("plans check")
                .endsWith(String.format(
                        java.util.Locale.ROOT,
                        "%.6f",
                        expected.get("internalConsistency").asDouble()));
    }

    @Test
    void drawnQuestionsHaveNoWeight() throws IOException {
        String text = HEADER
                + "U1,U1:a:0,plans,first,q1,v,check,1,,,2026-11-02T09:00:00Z\n"
                + "U1,U1:a:1,plans,first,q2,v,check,0,certain,,2026-11-02T09:01:00Z\n"
                + "U2,U2:b:0,plans,first,q1,v,practice,0,,,2026-11-02T09:00:00Z\n";

        assertThat(run(file(text))).isZero();

        assertThat(lines()).hasSize(4).allMatch(line -> line.endsWith(",") || line.startsWith("course,"));
        assertThat(lines().get(2)).startsWith("plans,q1,practice,1,1,0.000000");
        assertThat(lines().get(3)).startsWith("plans,q2,check,1,1,0.000000").contains(",60.000000,1,");
    }

    @Test
    void whatIsNoExportIsRefusedWithTheReason() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(run(file("learner,score\n"))).isEqualTo(2);
        assertThat(lines().get(2)).contains("no column answer_id, course");
        assertThat(run(file(HEADER + "U1,U1:a:0,plans,first,q1,v,nap,1,,,2026-11-02T09:00:00Z\n")))
                .isEqualTo(2);
        assertThat(lines().get(3)).contains("row 1: unknown word nap");
    }
}
