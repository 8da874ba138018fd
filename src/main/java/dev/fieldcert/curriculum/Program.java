package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Question;
import java.util.List;
import java.util.Optional;

/**
 * The whole program at one version of its files.
 *
 * @param version hash of the files; an attempt keeps the version it started with
 * @param courses in the order of the paths that teach them
 */
public record Program(
        String version,
        String id,
        String title,
        List<LearningPath> paths,
        List<Course> courses,
        List<Competency> competencies,
        List<Moment> moments) {

    public Program {
        paths = List.copyOf(paths);
        courses = List.copyOf(courses);
        competencies = List.copyOf(competencies);
        moments = List.copyOf(moments);
    }

    public Optional<LearningPath> path(String id) {
        return paths.stream().filter(path -> path.id().equals(id)).findFirst();
    }

    public Optional<Course> course(String id) {
        return courses.stream().filter(course -> course.id().equals(id)).findFirst();
    }

    /** The courses of a path, in the path's order. */
    public List<Course> coursesOf(LearningPath path) {
        return path.courses().stream().flatMap(id -> course(id).stream()).toList();
    }

    /**
     * The published courses of a path, or a single published course.
     *
     * @param target id of a path or a course
     * @return courses that are not still being written; empty if there is no such path or course
     */
    public List<Course> published(String target) {
        return path(target)
                .map(this::coursesOf)
                .orElseGet(() -> course(target).stream().toList())
                .stream()
                .filter(course -> !course.coming())
                .toList();
    }

    /** Whether the badge is the path's certificate or the badge of one of its courses. */
    public boolean leadsTo(LearningPath path, String badge) {
        return java.util.stream.Stream.concat(
                        path.certificate().stream(), coursesOf(path).stream().map(Course::badge))
                .anyMatch(earned -> earned.id().equals(badge));
    }

    public Optional<Question> question(String courseId, String questionId) {
        return course(courseId).flatMap(course -> course.question(questionId));
    }

    public Optional<BadgeDefinition> badge(String id) {
        return java.util.stream.Stream.concat(
                        courses.stream().map(Course::badge),
                        paths.stream().flatMap(path -> path.certificate().stream()))
                .filter(badge -> badge.id().equals(id))
                .findFirst();
    }

    /** Returns this program with the amendments applied to its questions. */
    public Program amended(List<Amendment> amendments) {
        return new Program(
                version,
                id,
                title,
                paths,
                courses.stream().map(course -> course.amended(amendments)).toList(),
                competencies,
                moments);
    }
}
