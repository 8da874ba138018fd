package dev.fieldcert.team;

import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.curriculum.Programmes;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Gathers what a digest is made of. */
@Service
public class WriteDigest {

    /** A week has too few answers to say what a team gets wrong. */
    private static final Duration ANSWERS = Duration.ofDays(28);

    private final Learners learners;
    private final Records records;
    private final Programmes programmes;

    WriteDigest(Learners learners, Records records, Programmes programmes) {
        this.learners = learners;
        this.records = records;
        this.programmes = programmes;
    }

    public Digest write(String manager, DigestWeek week, Instant now) {
        Programme programme = programmes.current();
        TeamReading reading = new TeamReading(programme, now);
        List<Learner> reports = learners.reportsOf(manager);
        Mistakes mistakes = new Mistakes();
        if (reports.size() >= Mistakes.SMALLEST_GROUP) {
            List<String> ids = reports.stream().map(Learner::id).toList();
            try (var answers = records.answers(ids, now.minus(ANSWERS))) {
                answers.forEach(mistakes::add);
            }
        }
        return Digest.of(
                reports.stream().map(reading::of).toList(), mistakes, programme, week.lastWeekFrom(), week.from());
    }
}
