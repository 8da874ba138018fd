package dev.fieldcert.slack.journey.home;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.slack.journey.picture.Journey;
import dev.fieldcert.slack.journey.picture.Mark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a learner's progress by path and course. */
public final class JourneyReader {

    static final String SINGLE_COURSES = "Single courses";

    private JourneyReader() {}

    /**
     * The courses of a path, or the courses that belong to none of the learner's paths.
     *
     * @param path empty for courses outside a path
     */
    record Group(String title, Optional<PathProgress> path, Optional<BadgeDefinition> goal, List<Course> courses) {}

    public static List<Group> groups(Learner learner, Program program) {
        List<Group> groups = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>();
        for (PathProgress progress : learner.paths()) {
            program.path(progress.path()).ifPresent(path -> {
                groups.add(new Group(path.title(), Optional.of(progress), path.certificate(), program.coursesOf(path)));
                shown.addAll(path.courses());
            });
        }
        Set<String> single = new LinkedHashSet<>();
        learner.courses().forEach(course -> single.add(course.course()));
        learner.completions().stream().map(Completion::course).forEach(single::add);
        single.removeAll(shown);
        List<Course> courses =
                single.stream().flatMap(id -> program.course(id).stream()).toList();
        if (!courses.isEmpty()) {
            groups.add(new Group(SINGLE_COURSES, Optional.empty(), Optional.empty(), courses));
        }
        return groups;
    }

    public static Journey journey(Learner learner, List<Group> groups, Optional<Course> current) {
        return new Journey(groups.stream()
                .map(group -> new Journey.Leg(
                        group.title(),
                        group.courses().stream()
                                .map(course -> new Journey.Stop(
                                        course.title(),
                                        marks(learner, course),
                                        isDone(learner, course),
                                        current.filter(course::equals).isPresent()))
                                .toList(),
                        group.goal().map(BadgeDefinition::name),
                        group.path().flatMap(PathProgress::certificate).isPresent()))
                .toList());
    }

    static boolean isDone(Learner learner, Course course) {
        return learner.completion(course.id()).isPresent();
    }

    /** Returns one mark per objective, in course order. */
    static List<Mark> marks(Learner learner, Course course) {
        Optional<CourseProgress> progress = learner.course(course.id());
        boolean done = isDone(learner, course);
        return course.objectives().stream()
                .map(objective -> done
                        ? Mark.MASTERED
                        : progress.map(under -> Mark.of(under.objective(objective.id()), objective))
                                .orElse(Mark.NEW))
                .toList();
    }
}
