package dev.fieldcert.calendar;

import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A learner's due dates and badge ends, and the secret link with which a calendar program reads them. */
@Service
public class LearnerCalendar {

    private static final int SECRET_BYTES = 24;
    private static final Duration LOOKS_AHEAD = Duration.ofDays(5 * 365);

    private final Learners learners;
    private final Programs programs;
    private final Awards awards;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LearnerCalendar(Learners learners, Programs programs, Awards awards, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.awards = awards;
        this.clock = clock;
    }

    /**
     * Returns the secret of the learner's link, and creates it on the first call. Empty if the person is not enrolled.
     */
    public Optional<String> link(String learnerId) {
        return change(learnerId, learner -> {
            if (learner.calendarSecret().isEmpty()) {
                learner.openCalendar(secret());
            }
        });
    }

    /** Replaces the secret, so that the previous link stops working. */
    public Optional<String> renew(String learnerId) {
        return change(learnerId, learner -> learner.openCalendar(secret()));
    }

    /** Removes the link. */
    public void close(String learnerId) {
        change(learnerId, Learner::closeCalendar);
    }

    private Optional<String> change(String learnerId, java.util.function.Consumer<Learner> change) {
        return learners.change(learnerId, learner -> {
                    if (learner.isEnrolled()) {
                        change.accept(learner);
                    }
                    return learner.calendarSecret();
                })
                .result();
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The days behind a link; empty if the link does not exist. */
    public Optional<List<CalendarDay>> behind(String secret) {
        return learners.byCalendar(secret).map(this::days);
    }

    public Optional<List<CalendarDay>> of(String learnerId) {
        return learners.find(learnerId).filter(Learner::isEnrolled).map(this::days);
    }

    /** The learner's due dates and badge ends, earliest first. */
    private List<CalendarDay> days(Learner learner) {
        Program program = programs.current();
        List<CalendarDay> days = new ArrayList<>();
        learner.courses()
                .forEach(course -> course.due()
                        .ifPresent(due -> days.add(new CalendarDay(
                                "course-" + course.course(),
                                CalendarDay.Kind.COURSE_DUE,
                                program.course(course.course())
                                        .map(Course::title)
                                        .orElse(course.course()),
                                due))));
        learner.paths().stream()
                .filter(path -> path.due() != null && path.certificate().isEmpty())
                .forEach(path -> days.add(new CalendarDay(
                        "path-" + path.path(),
                        CalendarDay.Kind.PATH_DUE,
                        program.path(path.path()).map(LearningPath::title).orElse(path.path()),
                        path.due())));
        awards.ending(List.of(learner.id()), clock.instant().plus(LOOKS_AHEAD))
                .forEach(badge -> days.add(new CalendarDay(
                        "badge-" + badge.name(),
                        CalendarDay.Kind.BADGE_ENDS,
                        badge.name(),
                        learner.dayOf(badge.until()))));
        days.sort(Comparator.comparing(CalendarDay::day).thenComparing(CalendarDay::id));
        return days;
    }
}
