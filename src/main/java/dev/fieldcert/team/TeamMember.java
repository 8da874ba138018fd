package dev.fieldcert.team;

import dev.fieldcert.learner.Completion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything a manager sees of one report, and the report can see, too: progress and states, never an answer, a
 * practice score, a setting or a time of day.
 *
 * @param name their Slack name; may be empty
 * @param progress average over all courses, including finished ones; 0 to 1
 * @param nextDue the earliest due date of a course in progress, including past ones
 * @param lastActivity when they last learned something; empty for never
 * @param badgeEnds badges that expired or soon will, earliest first
 * @param remembers what they remember of what they earned
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
        List<BadgeEnd> badgeEnds,
        Remembers remembers) {

    /**
     * By objective earned, and no closer than that.
     *
     * @param fading titles
     */
    public record Remembers(int keptUp, List<String> fading, int notAsked) {

        public static final Remembers NOTHING = new Remembers(0, List.of(), 0);

        public Remembers {
            fading = List.copyOf(fading);
        }
    }

    /**
     * Those who need their manager most come first: by {@link Need}, due date, length of silence, and then name and id
     * for a stable order.
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

    /** The most urgent of the places where they are stuck. */
    public Optional<Stuck> stuck() {
        return courses.stream().flatMap(course -> course.stuck().stream()).min(Comparator.comparing(Stuck::why));
    }
}
