package dev.fieldcert.team.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.slack.SomeCourse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of a hundred thousand rows goes to the disk row by row. */
class ReportStreamTest {

    private static final int LEARNERS = 50_000;

    @TempDir
    Path folder;

    private final Learners learners = mock(Learners.class);
    private final Programs programs = mock(Programs.class);
    private final Report report = new Report(learners, programs, new SettableClock("2026-11-02T09:00:00Z"));
    private int read;

    private Learner oneMore() {
        read++;
        return SomeLearners.inThePath("pipeline", List.of("plans", "use-case-ci"), "U0BOSS", null, SomeCourse.NOW);
    }

    @Test
    void eachLearnerIsWrittenBeforeTheNextIsRead() throws IOException {
        when(programs.current()).thenReturn(SomeCourse.program());
        when(learners.stream()).thenReturn(IntStream.range(0, LEARNERS).mapToObj(i -> oneMore()));
        Path file = folder.resolve("report.csv");
        long most = 0;

        try (ReportFile csv = new ReportFile(file)) {
            long[] heap = {0};
            report.each(row -> {
                assertThat(read - csv.rows() / 2).as("learners held at once").isLessThanOrEqualTo(1);
                csv.write(row);
                if (csv.rows() % 10_000 == 0) {
                    Runtime memory = Runtime.getRuntime();
                    heap[0] = Math.max(heap[0], memory.totalMemory() - memory.freeMemory());
                }
                return true;
            });
            most = heap[0];
            assertThat(csv.rows()).isEqualTo(2 * LEARNERS);
        }

        try (var lines = Files.lines(file)) {
            assertThat(lines).hasSize(2 * LEARNERS + 1);
        }
        System.out.printf(
                "A report of %,d rows is %,d MB on disk; the heap held %,d MB at most, garbage included%n",
                2 * LEARNERS, Files.size(file) >> 20, most >> 20);
    }

    @Test
    void aCancelledReportReadsNoFurther() {
        when(programs.current()).thenReturn(SomeCourse.program());
        when(learners.stream()).thenReturn(IntStream.range(0, LEARNERS).mapToObj(i -> oneMore()));
        int[] rows = {0};

        report.each(row -> ++rows[0] < 20);

        assertThat(rows[0]).isEqualTo(20);
        assertThat(read).isEqualTo(10);
    }
}
