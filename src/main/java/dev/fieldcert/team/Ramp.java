package dev.fieldcert.team;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.Learner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long it takes from enrollment to each badge: the cohort that began last, beside the one before it. Groups that are too
 * small are left out, so that nobody can be told from them.
 *
 * @param before name of the earlier cohort; empty when there is none
 */
public record Ramp(String cohort, Optional<String> before, List<Line> lines) {

    public Ramp {
        lines = List.copyOf(lines);
    }

    /** @param before empty when that cohort was not enrolled, or is too small */
    public record Line(Course course, Days now, Optional<Days> before) {}

    /**
     * One cohort in one course.
     *
     * @param earned how many of those enrolled have the badge
     * @param median days of those who have it
     */
    public record Days(int earned, int enrolled, int median) {}

    private record Enrollment(String course, Instant from, Optional<Instant> to) {}

    /**
     * @param smallest fewest badges of a cohort in a course that are shown
     * @return empty when no cohort has so many
     */
    public static Optional<Ramp> of(Stream<Learner> people, Program program, int smallest) {
        Map<String, List<Enrollment>> byCohort = new HashMap<>();
        people.filter(learner -> !learner.profile().deactivated())
                .filter(learner -> learner.profile().cohort() != null)
                .forEach(learner -> byCohort.computeIfAbsent(learner.profile().cohort(), name -> new ArrayList<>())
                        .addAll(enrollments(learner)));
        byCohort.values().removeIf(List::isEmpty);
        List<String> newestFirst = byCohort.keySet().stream()
                .sorted(Comparator.comparing((String cohort) -> begun(byCohort.get(cohort)))
                        .reversed())
                .toList();
        if (newestFirst.isEmpty()) {
            return Optional.empty();
        }
        String cohort = newestFirst.get(0);
        Optional<String> before = newestFirst.stream().skip(1).findFirst();
        List<Line> lines = new ArrayList<>();
        for (Course course : program.courses()) {
            days(byCohort.get(cohort), course, smallest)
                    .ifPresent(now -> lines.add(
                            new Line(course, now, before.flatMap(name -> days(byCohort.get(name), course, smallest)))));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Ramp(cohort, before, lines));
    }

    /** A renewal is no ramp: of a course earned twice, the first time counts. */
    private static List<Enrollment> enrollments(Learner learner) {
        Map<String, Enrollment> first = new HashMap<>();
        Stream.concat(
                        learner.completions().stream()
                                .sorted(Comparator.comparing(Completion::completedAt))
                                .map(done -> new Enrollment(
                                        done.course(), done.enrolledAt(), Optional.of(done.completedAt()))),
                        learner.courses().stream()
                                .filter(progress -> !progress.renewal())
                                .map(progress ->
                                        new Enrollment(progress.course(), progress.enrolledAt(), Optional.empty())))
                .forEach(enrollment -> first.putIfAbsent(enrollment.course(), enrollment));
        return List.copyOf(first.values());
    }

    private static Instant begun(List<Enrollment> cohort) {
        return cohort.stream()
                .map(Enrollment::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<Days> days(List<Enrollment> cohort, Course course, int smallest) {
        List<Enrollment> enrolled = cohort.stream()
                .filter(each -> each.course().equals(course.id()))
                .toList();
        List<Long> days = enrolled.stream()
                .flatMap(each ->
                        each.to().map(to -> Duration.between(each.from(), to).toDays()).stream())
                .sorted()
                .toList();
        if (days.isEmpty() || days.size() < smallest) {
            return Optional.empty();
        }
        int middle = days.size() / 2;
        long median =
                days.size() % 2 == 1 ? days.get(middle) : Math.round((days.get(middle - 1) + days.get(middle)) / 2.0);
        return Optional.of(new Days(days.size(), enrolled.size(), (int) median));
    }
}
