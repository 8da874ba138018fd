package dev.fieldcert.drip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A due date to mention with a contact: at 7, 3 and 1 working days before, and after it has passed, each once. When the
 * learner could not be contacted on such a day, the next contact says it, with the days that are left by then.
 *
 * @param workingDaysLeft after today, the due date included; 0 on the last of them and afterwards
 */
public record DueNotice(String courseId, String title, LocalDate due, Stage stage, int workingDaysLeft) {

    public enum Stage {
        SEVEN_DAYS(7),
        THREE_DAYS(3),
        ONE_DAY(1),
        PASSED(0);

        private final int days;

        Stage(int days) {
            this.days = days;
        }
    }

    /** What {@link History#command} remembers; another due date is another key. */
    public String key() {
        return key(courseId, due, stage);
    }

    private static String key(String courseId, LocalDate due, Stage stage) {
        return courseId + "@" + due + ":" + stage.days;
    }

    /** What is to be mentioned today. */
    static List<DueNotice> on(LocalDate today, Backlog backlog, WorkingDays days, Set<String> command) {
        List<DueNotice> notices = new ArrayList<>();
        for (CourseWork course : backlog.courses()) {
            course.pressingDue()
                    .flatMap(due -> stage(today, due, days)
                            .map(stage -> new DueNotice(
                                    course.courseId(), course.title(), due, stage, days.between(today, due))))
                    .filter(notice -> !command.contains(notice.key()))
                    .ifPresent(notices::add);
        }
        return notices;
    }

    /** The next day, today included, on which a due date is to be mentioned, with its course. */
    static Optional<Next> next(LocalDate today, Backlog backlog, WorkingDays days, Set<String> command) {
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
            for (Stage stage : Stage.values()) {
                if (command.contains(key(course.courseId(), due, stage))) {
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

    private static Optional<LocalDate> firstDay(Stage stage, LocalDate due, WorkingDays days) {
        return stage == Stage.PASSED ? days.firstAfter(due) : Optional.of(days.firstWithAtMost(stage.days, due));
    }

    private static Optional<Stage> stage(LocalDate day, LocalDate due, WorkingDays days) {
        if (day.isAfter(due)) {
            return days.between(due, day) > 0 ? Optional.of(Stage.PASSED) : Optional.empty();
        }
        int left = days.between(day, due);
        return List.of(Stage.ONE_DAY, Stage.THREE_DAYS, Stage.SEVEN_DAYS).stream()
                .filter(stage -> left <= stage.days)
                .findFirst();
    }
}
