package dev.fieldcert.team;

import dev.fieldcert.learner.Completion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a manager sees of one report, which the report can see, too: progress and states, never an answer, a
 * practice score, a setting or a time of day.
 *
 * @param name the Slack name; may be empty
 * @param progress average over all courses, including finished ones, 0 to 1
 * @param nextDue the earliest due date of a course in progress, including past ones
 * @param lastActivity when the person last worked on or finished a course; empty if never
 * @param badgeEnds badges that have expired or soon will, earliest first
 * @param remembers what the person remembers from completed courses
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
     * How well the person remembers the objectives of completed courses: whole objectives only, never single answers.
     *
     * @param keptUp number of objectives
     * @param fading titles of the objectives
     * @param notAsked number of objectives
     */
    public record Remembers(int keptUp, List<String> fading, int notAsked) {

        public static final Remembers NOTHING = new Remembers(0, List.of(), 0);

        public Remembers {
            fading = List.copyOf(fading);
        }
    }

    /**
     * The order by urgency: by {@link Need}, due date, longest inactivity, and then name and id to keep the order
     * stable.
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

    /** The most urgent of the points where this person is stuck. */
    public Optional<Stuck> stuck() {
        return courses.stream().flatMap(course -> course.stuck().stream()).min(Comparator.comparing(Stuck::why));
    }
}
