package dev.fieldcert.team;

import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A manager's view of their reports. Everyone sees only their own reports. */
@Service
public class TeamView {

    /** Reports per page. */
    public static final int PAGE = 10;

    private final Learners learners;
    private final Programs programs;
    private final Awards awards;
    private final Clock clock;

    TeamView(Learners learners, Programs programs, Awards awards, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.awards = awards;
        this.clock = clock;
    }

    /**
     * One page of a team.
     *
     * @param members in the order of {@link TeamMember#BY_NEED}
     * @param number 0-based
     * @param pages at least 1
     * @param retention for the whole team
     * @param ramp for the team's cohorts; empty while too few people have a badge
     */
    public record Page(
            List<TeamMember> members,
            int number,
            int pages,
            Counts counts,
            TeamRetention retention,
            Optional<Ramp> ramp) {

        public Page(List<TeamMember> members, int number, int pages, Counts counts) {
            this(members, number, pages, counts, TeamRetention.NONE, Optional.empty());
        }
    }

    /**
     * Figures for the whole team.
     *
     * @param lapsed how many people have an expired badge
     */
    public record Counts(int people, int toReview, int overdue, int stuck, int lapsed, int done) {}

    public boolean isManager(String person) {
        return learners.manages(person);
    }

    /** @param page 0-based; an invalid number returns the nearest page */
    public Page page(String manager, int page) {
        List<Learner> reports = learners.reportsOf(manager).stream()
                .filter(learner -> !learner.id().equals(manager))
                .toList();
        List<TeamMember> team = reports.stream()
                .map(reading(reports)::of)
                .sorted(TeamMember.BY_NEED)
                .toList();
        int pages = Math.max(1, (team.size() + PAGE - 1) / PAGE);
        int number = Math.max(0, Math.min(page, pages - 1));
        return new Page(
                team.subList(number * PAGE, Math.min(team.size(), (number + 1) * PAGE)),
                number,
                pages,
                counts(team),
                TeamRetention.of(reports, programs.current()),
                Ramp.of(reports.stream(), programs.current(), Mistakes.SMALLEST_GROUP));
    }

    private static Counts counts(List<TeamMember> team) {
        return new Counts(
                team.size(),
                team.stream().mapToInt(member -> member.waiting().size()).sum(),
                (int) team.stream()
                        .filter(member -> !member.overdue().isEmpty())
                        .count(),
                (int) team.stream().filter(member -> member.stuck().isPresent()).count(),
                (int) team.stream()
                        .filter(member -> member.badgeEnds().stream().anyMatch(BadgeEnd::lapsed))
                        .count(),
                (int) team.stream().filter(member -> member.need() == Need.DONE).count());
    }

    /** Returns one report; empty if {@code manager} is not the learner's manager. */
    public Optional<TeamMember> member(String manager, String learnerId) {
        return learners.find(learnerId)
                .filter(learner ->
                        learner.profile().manager().filter(manager::equals).isPresent())
                .map(this::seenByTheirManager);
    }

    /** What a learner's manager sees of the learner; the learner can see it, too. */
    public TeamMember seenByTheirManager(Learner learner) {
        return reading(List.of(learner)).of(learner);
    }

    private TeamReading reading(List<Learner> reports) {
        return TeamReading.of(reports, programs.current(), awards, clock.instant());
    }
}
