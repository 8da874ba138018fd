package dev.fieldcert.team;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import dev.fieldcert.learner.memory.Observed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What a team remembers, by objective, the most forgotten first: the results of retrieval questions asked after
 * {@value #DAYS} days or more. An objective that fewer than {@value Mistakes#SMALLEST_GROUP} people were asked about
 * is left out, so that no one can be identified.
 */
public record TeamRetention(List<Line> lines) {

    public static final int DAYS = 30;

    public static final TeamRetention NONE = new TeamRetention(List.of());

    public record Line(Objective objective, Observed observed) {

        double share() {
            return (double) observed.right() / observed.of();
        }
    }

    public TeamRetention {
        lines = List.copyOf(lines);
    }

    public static TeamRetention of(Collection<Learner> team, Program program) {
        List<Line> lines = new ArrayList<>();
        for (Course course : program.courses()) {
            for (Objective objective : course.objectives()) {
                List<Observed> each = team.stream()
                        .filter(learner -> !learner.profile().deactivated())
                        .flatMap(learner -> learner.retention().of(course.id(), objective.id()).stream())
                        .map(ObjectiveMemory::retrievals)
                        .map(retrievals -> Observed.after(DAYS, retrievals))
                        .filter(observed -> observed.of() > 0)
                        .toList();
                if (each.size() >= Mistakes.SMALLEST_GROUP) {
                    lines.add(new Line(objective, each.stream().reduce(new Observed(0, 0), Observed::and)));
                }
            }
        }
        lines.sort(Comparator.comparing(Line::share));
        return new TeamRetention(lines);
    }

    /** The objective that the team forgets most; empty if no retrieval was wrong. */
    public List<Line> mostForgotten() {
        return lines.stream()
                .filter(line -> line.observed().right() < line.observed().of())
                .limit(1)
                .toList();
    }
}
