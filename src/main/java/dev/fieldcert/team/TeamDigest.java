package dev.fieldcert.team;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Completion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a manager's Monday digest.
 *
 * @param lapsing badges that expired during the week or will within two weeks
 * @param wrong the team's most frequent mistakes; empty for small groups
 * @param forgotten the objective that the team forgets most, if any; empty for small groups
 * @param coaching a question for the next 1:1, from the course file
 */
public record TeamDigest(
        List<Line<CourseStanding.Waiting>> waiting,
        List<Line<Late>> overdue,
        List<Line<Stuck>> stuck,
        List<Line<BadgeEnd>> lapsing,
        List<Line<Finished>> finished,
        List<Mistakes.Line> wrong,
        List<TeamRetention.Line> forgotten,
        Optional<Coaching> coaching) {

    private static final int WRONG_LINES = 3;

    public record Line<T>(String person, T what) {}

    public record Late(String courseTitle, LocalDate due) {}

    public record Finished(String courseTitle) {}

    public record Coaching(Objective objective, String question) {}

    public TeamDigest {
        waiting = List.copyOf(waiting);
        overdue = List.copyOf(overdue);
        stuck = List.copyOf(stuck);
        lapsing = List.copyOf(lapsing);
        finished = List.copyOf(finished);
        wrong = List.copyOf(wrong);
        forgotten = List.copyOf(forgotten);
    }

    /**
     * Whether there is nothing worth a message. A forgotten objective or a coaching question alone is not worth one.
     */
    public boolean isEmpty() {
        return waiting.isEmpty()
                && overdue.isEmpty()
                && stuck.isEmpty()
                && lapsing.isEmpty()
                && finished.isEmpty()
                && wrong.isEmpty();
    }

    /**
     * @param team the manager's reports
     * @param from start of the week that the digest is about
     * @param until the end of that week, exclusive
     */
    public static TeamDigest of(
            Collection<TeamMember> team,
            Mistakes mistakes,
            TeamRetention retention,
            Program program,
            Instant from,
            Instant until) {
        List<Line<CourseStanding.Waiting>> waiting = new ArrayList<>();
        List<Line<Late>> overdue = new ArrayList<>();
        List<Line<Stuck>> stuck = new ArrayList<>();
        List<Line<BadgeEnd>> lapsing = new ArrayList<>();
        List<Line<Finished>> finished = new ArrayList<>();
        for (TeamMember member : team.stream().sorted(TeamMember.BY_NEED).toList()) {
            if (member.need() == Need.LEFT) {
                continue;
            }
            member.waiting().forEach(each -> waiting.add(new Line<>(member.id(), each)));
            member.overdue()
                    .forEach(each -> overdue.add(new Line<>(
                            member.id(),
                            new Late(each.course().title(), each.due().orElseThrow()))));
            member.stuck().ifPresent(each -> stuck.add(new Line<>(member.id(), each)));
            member.badgeEnds().stream()
                    .filter(each -> !each.lapsed() || isWithin(each.on(), from, until))
                    .forEach(each -> lapsing.add(new Line<>(member.id(), each)));
            member.completions().stream()
                    .filter(each -> isWithin(each.completedAt(), from, until))
                    .forEach(each -> finished.add(new Line<>(member.id(), new Finished(title(each, program)))));
        }
        overdue.sort(Comparator.comparing(line -> line.what().due()));
        stuck.sort(Comparator.comparing(line -> line.what().why()));
        lapsing.sort(Comparator.comparing(line -> line.what().on()));
        List<Mistakes.Line> wrong =
                team.size() < Mistakes.SMALLEST_GROUP ? List.of() : mistakes.most(program, WRONG_LINES);
        return new TeamDigest(
                waiting,
                overdue,
                stuck,
                lapsing,
                finished,
                wrong,
                retention.mostForgotten(),
                coaching(retention.mostForgotten(), wrong, stuck));
    }

    private static boolean isWithin(Instant moment, Instant from, Instant until) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    private static String title(Completion completion, Program program) {
        return program.course(completion.course()).map(course -> course.title()).orElse(completion.course());
    }

    /**
     * The first coaching question among the objectives that the team forgets most, gets wrong most, and is stuck on
     * most, in this order.
     */
    private static Optional<Coaching> coaching(
            List<TeamRetention.Line> forgotten, List<Mistakes.Line> wrong, List<Line<Stuck>> stuck) {
        Map<Objective, Integer> stuckOn = new LinkedHashMap<>();
        stuck.forEach(
                line -> line.what().objective().ifPresent(objective -> stuckOn.merge(objective, 1, Integer::sum)));
        List<Objective> candidates = new ArrayList<>();
        forgotten.forEach(line -> candidates.add(line.objective()));
        wrong.forEach(line -> candidates.add(line.objective()));
        stuckOn.entrySet().stream()
                .sorted(Map.Entry.<Objective, Integer>comparingByValue().reversed())
                .forEach(entry -> candidates.add(entry.getKey()));
        return candidates.stream()
                .filter(objective ->
                        objective.coaching() != null && !objective.coaching().isBlank())
                .findFirst()
                .map(objective -> new Coaching(objective, objective.coaching()));
    }
}
