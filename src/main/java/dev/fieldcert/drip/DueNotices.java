package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.DueMention;
import dev.fieldcert.learner.plan.DueNotice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides when due dates are mentioned. */
final class DueNotices {

    private DueNotices() {}

    /** The due dates to mention today. */
    static List<DueNotice> on(LocalDate today, Backlog backlog, WorkingDays days, Set<DueMention> mentioned) {
        List<DueNotice> notices = new ArrayList<>();
        for (CourseWork course : backlog.courses()) {
            course.pressingDue()
                    .flatMap(due -> stage(today, due, days)
                            .map(stage -> new DueNotice(
                                    course.courseId(), course.title(), due, stage, days.between(today, due))))
                    .filter(notice -> !mentioned.contains(notice.mention()))
                    .ifPresent(notices::add);
        }
        return notices;
    }

    /** The next day, which may be today, on which a due date is to be mentioned, and the course. */
    static Optional<Next> next(LocalDate today, Backlog backlog, WorkingDays days, Set<DueMention> mentioned) {
        List<Next> candidates = new ArrayList<>();
        for (CourseWork course : backlog.courses()) {
            LocalDate due = course.pressingDue().orElse(null);
            if (due == null) {
                continue;
            }
            LocalDate horizon = today.plusDays(WorkingDays.HORIZON);
            if (due.isAfter(horizon)) {
                candidates.add(new Next(horizon, course));
                continue;
            }
            for (DueNotice.Stage stage : DueNotice.Stage.values()) {
                if (mentioned.contains(stage.mention(course.courseId(), due))) {
                    continue;
                }
                firstDay(stage, due, days)
                        .map(day -> day.isBefore(today) ? today : day)
                        .filter(day -> stage(day, due, days).equals(Optional.of(stage)))
                        .ifPresent(day -> candidates.add(new Next(day, course)));
            }
        }
        return candidates.stream().min(Comparator.comparing(Next::day));
    }

    record Next(LocalDate day, CourseWork course) {}

    private static Optional<LocalDate> firstDay(DueNotice.Stage stage, LocalDate due, WorkingDays days) {
        return stage == DueNotice.Stage.PASSED
                ? days.firstAfter(due)
                : Optional.of(days.firstWithAtMost(stage.days(), due));
    }

    private static Optional<DueNotice.Stage> stage(LocalDate day, LocalDate due, WorkingDays days) {
        if (day.isAfter(due)) {
            return days.between(due, day) > 0 ? Optional.of(DueNotice.Stage.PASSED) : Optional.empty();
        }
        int left = days.between(day, due);
        return List.of(DueNotice.Stage.ONE_DAY, DueNotice.Stage.THREE_DAYS, DueNotice.Stage.SEVEN_DAYS).stream()
                .filter(stage -> left <= stage.days())
                .findFirst();
    }
}
