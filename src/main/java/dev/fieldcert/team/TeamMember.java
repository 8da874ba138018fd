package dev.fieldcert.team;

import dev.fieldcert.learner.Completion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that a manager sees of one report, and what the report can see that their manager sees: progress and states, never an
 * answer, a score of practice, a setting or a time of day.
 *
 * @param name as in Slack; may be empty
 * @param progress mean share over all courses, finished ones included; 0 to 1
 * @param nextDue the earliest due date of a course under way, past ones included
 * @param lastActivity when they last learned something; empty when never
 * @param badgeEnds badges that lapsed or soon will, the first first
 */
public record TeamMember(
        String id,
        String name,
        Need need,
        double progress,
        Optional<LocalDate> nextDue,
        Optional<Instant> lastActivity,
        List<CourseStanding> courses,
        List<Completion> completions,
        List<BadgeEnd> badgeEnds) {

    /**
     * Who needs their manager most comes first: by {@link Need}, then who is due first, then who has been quiet longest,
     * then by name and id, so that the order is always the same.
     */
    public static final Comparator<TeamMember> BY_NEED = Comparator.comparing(TeamMember::need)
            .thenComparing(member -> member.nextDue().orElse(LocalDate.MAX))
            .thenComparing(member -> member.lastActivity().orElse(Instant.MIN))
            .thenComparing(TeamMember::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(TeamMember::id);

    public TeamMember {
        courses = List.copyOf(courses);
        completions = List.copyOf(completions);
        badgeEnds = List.copyOf(badgeEnds);
    }

    public List<CourseStanding.Waiting> waiting() {
        return courses.stream().flatMap(course -> course.waiting().stream()).toList();
    }

    public List<CourseStanding> overdue() {
        return courses.stream().filter(CourseStanding::overdue).toList();
    }

    /** The most pressing of where they are stuck. */
    public Optional<Stuck> stuck() {
        return courses.stream().flatMap(course -> course.stuck().stream()).min(Comparator.comparing(Stuck::why));
    }
}
