package dev.fieldcert.team.admin;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.learner.Profile;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Reports progress, with one row per learner and course, ordered by learner id. */
@Service
public class Report {

    private static final int LEARNERS = 25;

    private final Learners learners;
    private final Programs programs;
    private final Clock clock;

    Report(Learners learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * @param next id of this page's last learner, with which to request the next page; empty on the last page
     * @param learners the total number of learners
     */
    public record Page(List<ReportRow> rows, Optional<String> next, long learners) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param after id of the previous page's last learner; empty for the first page
     * @param most approximate number of rows; a learner's rows are never split
     */
    public Page page(String after, int most) {
        List<ReportRow> rows = new ArrayList<>();
        String last = after;
        while (true) {
            List<Learner> some = learners.after(last, LEARNERS);
            for (Learner learner : some) {
                if (rows.size() >= most) {
                    return new Page(rows, Optional.of(last), learners.count());
                }
                rows.addAll(rowsOf(learner));
                last = learner.id();
            }
            if (some.size() < LEARNERS) {
                return new Page(rows, Optional.empty(), learners.count());
            }
        }
    }

    /** Passes every row to {@code goOn} until it returns false. */
    public void each(Predicate<ReportRow> goOn) {
        try (Stream<Learner> all = learners.stream()) {
            for (var each = all.iterator(); each.hasNext(); ) {
                for (ReportRow row : rowsOf(each.next())) {
                    if (!goOn.test(row)) {
                        return;
                    }
                }
            }
        }
    }

    public List<ReportRow> rowsOf(Learner learner) {
        Program program = programs.current();
        Instant now = clock.instant();
        return Stream.concat(
                        learner.completions().stream().map(done -> finished(learner, done, program)),
                        learner.courses().stream().map(open -> open(learner, open, program, now)))
                .toList();
    }

    private static ReportRow finished(Learner learner, Completion done, Program program) {
        Profile profile = learner.profile();
        return new ReportRow(
                learner.id(),
                profile.name(),
                profile.email(),
                profile.managerId(),
                profile.cohort(),
                profile.deactivated(),
                done.course(),
                title(program, done.course()),
                ReportRow.Standing.FINISHED,
                1,
                null,
                done.score(),
                null,
                done.enrolledAt(),
                null,
                done.completedAt(),
                done.completedAt());
    }

    private static ReportRow open(Learner learner, CourseProgress progress, Program program, Instant now) {
        Profile profile = learner.profile();
        Optional<Course> course = program.course(progress.course());
        LocalDate due = due(learner, progress, program);
        return new ReportRow(
                learner.id(),
                profile.name(),
                profile.email(),
                profile.managerId(),
                profile.cohort(),
                profile.deactivated(),
                progress.course(),
                title(program, progress.course()),
                standing(progress, course, due, now),
                course.map(progress::share).orElse(0.0),
                progress.checksTaken(),
                progress.checkScore().orElse(null),
                due,
                progress.enrolledAt(),
                progress.startedAt().orElse(null),
                progress.touchedAt(),
                null);
    }

    private static ReportRow.Standing standing(
            CourseProgress progress, Optional<Course> course, LocalDate due, Instant now) {
        if (due != null && due.isBefore(now.atZone(ZoneOffset.UTC).toLocalDate())) {
            return ReportRow.Standing.OVERDUE;
        }
        boolean waiting = course.filter(known -> NextStep.of(progress, known, now) instanceof NextStep.WaitForReview)
                .isPresent();
        if (waiting) {
            return ReportRow.Standing.WAITING_FOR_REVIEW;
        }
        return progress.startedAt().isPresent() ? ReportRow.Standing.UNDER_WAY : ReportRow.Standing.NOT_STARTED;
    }

    /** The due date of the course or of a path that contains it, whichever is earlier. */
    private static LocalDate due(Learner learner, CourseProgress progress, Program program) {
        Stream<LocalDate> ofPaths = learner.paths().stream()
                .filter(path -> program.path(path.path())
                        .filter(known -> known.courses().contains(progress.course()))
                        .isPresent())
                .map(PathProgress::due);
        return Stream.concat(progress.due().stream(), ofPaths)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String title(Program program, String course) {
        return program.course(course).map(Course::title).orElse(course);
    }
}
