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
 * How long people take from enrollment to each badge, in the cohort that started last and the one before it. Groups
 * that are too small are left out, so that no one can be identified.
 *
 * @param before name of the earlier cohort; empty if there is none
 */
public record Ramp(String cohort, Optional<String> before, List<Line> lines) {

    public Ramp {
        lines = List.copyOf(lines);
    }

    /** @param before empty if nobody in that cohort was enrolled, or too few have the badge */
    public record Line(Course course, Days now, Optional<Days> before) {}

    /**
     * The figures for one cohort in one course.
     *
     * @param earned how many of the enrolled people have the badge
     * @param median days from enrollment to the badge, for those who have it
     */
    public record Days(int earned, int enrolled, int median) {}

    private record Enrollment(String course, Instant from, Optional<Instant> to) {}

    /**
     * @param smallest a cohort with fewer badges in a course is left out
     * @return empty if the newest cohort has too few badges in every course
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

    /** Renewals are ignored: for a course completed twice, the first time counts. */
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
