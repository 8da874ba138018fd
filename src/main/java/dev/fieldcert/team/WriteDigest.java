package dev.fieldcert.team;

import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.record.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Collects the content of a digest. */
@Service
public class WriteDigest {

    /** The period of the answers counted as mistakes; a single week has too few. */
    private static final Duration ANSWERS = Duration.ofDays(28);

    private final Learners learners;
    private final Records records;
    private final Programs programs;
    private final Awards awards;

    WriteDigest(Learners learners, Records records, Programs programs, Awards awards) {
        this.learners = learners;
        this.records = records;
        this.programs = programs;
        this.awards = awards;
    }

    public TeamDigest write(String manager, DigestWeek week, Instant now) {
        Program program = programs.current();
        List<Learner> reports = learners.reportsOf(manager);
        TeamReading reading = TeamReading.of(reports, program, awards, now);
        Mistakes mistakes = new Mistakes();
        if (reports.size() >= Mistakes.SMALLEST_GROUP) {
            List<String> ids = reports.stream().map(Learner::id).toList();
            try (var answers = records.answers(ids, now.minus(ANSWERS))) {
                answers.forEach(mistakes::add);
            }
        }
        return TeamDigest.of(
                reports.stream().map(reading::of).toList(),
                mistakes,
                TeamRetention.of(reports, program),
                program,
                week.lastWeekFrom(),
                week.from());
    }
}
