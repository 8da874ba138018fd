package dev.fieldcert.team;

import dev.fieldcert.badge.EndingBadge;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the part of a learner's record that the manager may see. Days are in the learner's time zone; a due day ends
 * at midnight there.
 */
final class TeamReading {

    static final Duration NO_PROGRESS = Duration.ofDays(10);
    static final Duration NOT_BEGUN = Duration.ofDays(7);
    static final int DUE_SOON_DAYS = 7;
    static final Duration LAPSES_SOON = Duration.ofDays(14);

    private final Program program;
    private final Map<String, List<BadgeEnd>> badgeEnds;
    private final Instant now;

    /** @param badgeEnds badges of the reports, by learner id */
    private TeamReading(Program program, Map<String, List<BadgeEnd>> badgeEnds, Instant now) {
        this.program = program;
        this.badgeEnds = badgeEnds;
        this.now = now;
    }

    /** Reads the badges of all reports in one query. */
    static TeamReading of(Collection<Learner> reports, Program program, Awards awards, Instant now) {
        List<String> ids = reports.stream().map(Learner::id).toList();
        return new TeamReading(
                program,
                awards.ending(ids, now.plus(LAPSES_SOON)).stream()
                        .collect(Collectors.groupingBy(
                                EndingBadge::learner,
                                Collectors.mapping(
                                        badge -> new BadgeEnd(
                                                badge.name(),
                                                badge.until(),
                                                !badge.until().isAfter(now)),
                                        Collectors.toList()))),
                now);
    }

    TeamMember of(Learner learner) {
        LocalDate today = now.atZone(zone(learner)).toLocalDate();
        List<CourseStanding> courses = learner.courses().stream()
                .flatMap(progress -> program.course(progress.course()).stream()
                        .map(course -> standing(course, progress, learner, today)))
                .toList();
        Optional<LocalDate> nextDue =
                courses.stream().flatMap(course -> course.due().stream()).min(LocalDate::compareTo);
        List<BadgeEnd> ends = badgeEnds.getOrDefault(learner.id(), List.of());
        return new TeamMember(
                learner.id(),
                learner.profile().name(),
                need(learner, courses, ends, today),
                progress(courses, learner.completions()),
                nextDue,
                lastActivity(learner),
                courses,
                learner.completions(),
                ends,
                remembers(learner, today));
    }

    private TeamMember.Remembers remembers(Learner learner, LocalDate today) {
        List<ObjectiveMemory> earned = learner.retention().memories().stream()
                .filter(memory -> !learner.notRetrieved().contains(memory.course()))
                .toList();
        Map<ObjectiveMemory.Trend, List<ObjectiveMemory>> byTrend =
                earned.stream().collect(Collectors.groupingBy(memory -> memory.trend(today)));
        return new TeamMember.Remembers(
                byTrend.getOrDefault(ObjectiveMemory.Trend.KEPT_UP, List.of()).size(),
                byTrend.getOrDefault(ObjectiveMemory.Trend.FADING, List.of()).stream()
                        .flatMap(memory -> program.course(memory.course()).stream()
                                .flatMap(course -> course.objective(memory.objective()).stream()))
                        .map(Objective::title)
                        .toList(),
                byTrend.getOrDefault(ObjectiveMemory.Trend.NOT_ASKED, List.of()).size());
    }

    private CourseStanding standing(Course course, CourseProgress progress, Learner learner, LocalDate today) {
        List<CourseStanding.ObjectiveStanding> objectives = course.objectives().stream()
                .map(objective -> new CourseStanding.ObjectiveStanding(objective, progress.objective(objective.id())))
                .toList();
        return new CourseStanding(
                course,
                progress.share(course),
                progress.startedAt().isPresent(),
                progress.due(),
                progress.due().filter(due -> due.isBefore(today)).isPresent(),
                objectives,
                objectives.stream()
                        .filter(each -> each.objective().assignment().isPresent())
                        .filter(each -> each.progress().assignment() == AssignmentState.WAITING_FOR_REVIEW)
                        .map(each -> new CourseStanding.Waiting(
                                each.objective(),
                                each.progress().submission(),
                                each.progress().submissions()))
                        .toList(),
                stuck(course, progress, learner.preferences().isOnPause(today)));
    }

    private Optional<Stuck> stuck(Course course, CourseProgress progress, boolean onPause) {
        boolean passed = progress.checkPassedAt().isPresent();
        if (!passed && progress.attemptsLeft(course) == 0 && progress.attempt().isEmpty()) {
            return stuck(course, firstOpen(course, progress), Stuck.Why.NO_ATTEMPTS_LEFT);
        }
        Optional<Objective> returned = course.objectives().stream()
                .filter(objective -> objective.assignment().isPresent())
                .filter(objective -> cameBackAgain(progress.objective(objective.id())))
                .findFirst();
        if (returned.isPresent()) {
            return stuck(course, returned, Stuck.Why.RETURNED_AGAIN);
        }
        Optional<Objective> missed = firstOpen(course, progress);
        if (!passed && progress.checksTaken() > 0 && missed.isPresent()) {
            return stuck(course, missed, Stuck.Why.CHECK_FAILED);
        }
        NextStep step = NextStep.of(progress, course, now);
        boolean quiet = !progress.touchedAt().plus(NO_PROGRESS).isAfter(now);
        if (progress.startedAt().isPresent() && step.isOpen() && quiet && !onPause) {
            return stuck(course, objectiveOf(step, course), Stuck.Why.NO_PROGRESS);
        }
        return Optional.empty();
    }

    private static Optional<Stuck> stuck(Course course, Optional<Objective> objective, Stuck.Why why) {
        return Optional.of(new Stuck(course.id(), course.title(), objective, why));
    }

    private static boolean cameBackAgain(ObjectiveProgress objective) {
        return objective.assignment() == AssignmentState.RETURNED
                && objective.submissions() > 1
                && objective.state() != State.EXCUSED;
    }

    private static Optional<Objective> firstOpen(Course course, CourseProgress progress) {
        return course.objectives().stream()
                .filter(objective -> !progress.objective(objective.id()).state().isThrough())
                .findFirst();
    }

    private static Optional<Objective> objectiveOf(NextStep step, Course course) {
        if (step instanceof NextStep.ReadLesson lesson) {
            return Optional.of(lesson.objective());
        }
        if (step instanceof NextStep.Submission submission) {
            return Optional.of(submission.objective());
        }
        if (step instanceof NextStep.AnswerNow running) {
            Attempt attempt = running.attempt();
            return attempt.objective() == null ? Optional.empty() : course.objective(attempt.objective());
        }
        return Optional.empty();
    }

    private Need need(Learner learner, List<CourseStanding> courses, List<BadgeEnd> ends, LocalDate today) {
        if (learner.profile().deactivated()) {
            return Need.LEFT;
        }
        boolean lapsed = ends.stream().anyMatch(BadgeEnd::lapsed);
        if (courses.isEmpty() && !lapsed) {
            return learner.completions().isEmpty() ? Need.NOT_ENROLLED : Need.DONE;
        }
        if (courses.stream().anyMatch(course -> !course.waiting().isEmpty())) {
            return Need.REVIEW;
        }
        if (courses.stream().anyMatch(CourseStanding::overdue)) {
            return Need.OVERDUE;
        }
        if (courses.stream().anyMatch(course -> course.stuck().isPresent())) {
            return Need.STUCK;
        }
        if (lapsed) {
            return Need.LAPSED;
        }
        LocalDate soon = today.plusDays(DUE_SOON_DAYS);
        if (courses.stream().flatMap(course -> course.due().stream()).anyMatch(due -> !due.isAfter(soon))) {
            return Need.DUE_SOON;
        }
        boolean waitsToBegin = learner.completions().isEmpty()
                && courses.stream().noneMatch(CourseStanding::begun)
                && learner.courses().stream()
                        .anyMatch(each -> !each.enrolledAt().plus(NOT_BEGUN).isAfter(now));
        return waitsToBegin ? Need.NOT_BEGUN : Need.NOTHING;
    }

    private static double progress(List<CourseStanding> courses, List<Completion> completions) {
        long finished = completions.stream()
                .map(Completion::course)
                .distinct()
                .filter(id ->
                        courses.stream().noneMatch(each -> each.course().id().equals(id)))
                .count();
        double sum =
                finished + courses.stream().mapToDouble(CourseStanding::share).sum();
        return courses.isEmpty() && finished == 0 ? 0 : sum / (courses.size() + finished);
    }

    private static Optional<Instant> lastActivity(Learner learner) {
        return Stream.concat(
                        learner.courses().stream()
                                .filter(course -> course.startedAt().isPresent())
                                .map(CourseProgress::touchedAt),
                        learner.completions().stream().map(Completion::completedAt))
                .max(Instant::compareTo);
    }

    static ZoneId zone(Learner learner) {
        try {
            String zone = learner.profile().zone();
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException noZone) {
            return ZoneOffset.UTC;
        }
    }
}
