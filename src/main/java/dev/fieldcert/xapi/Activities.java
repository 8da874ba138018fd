package dev.fieldcert.xapi;

import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Question;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/**
 * The program's parts as xAPI activities. A part that is no longer in the program has an id, but no name or
 * description.
 *
 * @param base the beginning of every id
 */
record Activities(String base, Program program) {

    private static final String COURSE = "https://w3id.org/xapi/cmi5/activitytype/course";
    private static final String PATH = "http://activitystrea.ms/schema/1.0/collection";
    private static final String OBJECTIVE = "http://adlnet.gov/expapi/activities/objective";
    private static final String LESSON = "http://adlnet.gov/expapi/activities/lesson";
    private static final String ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment";
    private static final String INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";
    private static final String ASSIGNMENT = "http://id.tincanapi.com/activitytype/school-assignment";
    private static final String BADGE = "http://activitystrea.ms/schema/1.0/badge";

    private JsonObjectBuilder activity(String path, String type, Optional<String> name) {
        JsonObjectBuilder definition = Json.object().add("type", type);
        name.ifPresent(words -> definition.add("name", Json.words(words)));
        return Json.object()
                .add("objectType", "Activity")
                .add("id", base + path)
                .add("definition", definition);
    }

    private Optional<Objective> known(String course, String objective) {
        return program.course(course).flatMap(each -> each.objective(objective));
    }

    private static String place(String course, String objective) {
        return "courses/" + course + "/objectives/" + objective;
    }

    JsonObjectBuilder course(String course) {
        return activity("courses/" + course, COURSE, program.course(course).map(Course::title));
    }

    /** The path with this id, or else the course. */
    JsonObjectBuilder pathOrCourse(String target) {
        Optional<LearningPath> path = program.path(target);
        return path.isPresent() ? activity("paths/" + target, PATH, path.map(LearningPath::title)) : course(target);
    }

    JsonObjectBuilder objective(String course, String objective) {
        return activity(
                place(course, objective), OBJECTIVE, known(course, objective).map(Objective::title));
    }

    JsonObjectBuilder lesson(String course, String objective) {
        return activity(
                place(course, objective) + "/lesson",
                LESSON,
                known(course, objective).map(Objective::title));
    }

    /** The course's check. */
    JsonObjectBuilder check(String course) {
        return activity(
                "courses/" + course + "/check",
                ASSESSMENT,
                program.course(course).map(Course::title));
    }

    /** @param objective null for the test-out of the whole course */
    JsonObjectBuilder testOut(String course, String objective) {
        return objective == null
                ? activity(
                        "courses/" + course + "/test-out",
                        ASSESSMENT,
                        program.course(course).map(Course::title))
                : activity(
                        place(course, objective) + "/test-out",
                        ASSESSMENT,
                        known(course, objective).map(Objective::title));
    }

    JsonObjectBuilder assignment(String course, String objective) {
        return activity(
                place(course, objective) + "/assignment",
                ASSIGNMENT,
                known(course, objective).flatMap(Objective::assignment).map(Assignment::title));
    }

    JsonObjectBuilder badge(String badge) {
        return activity("badges/" + badge, BADGE, program.badge(badge).map(BadgeDefinition::name));
    }

    JsonObjectBuilder question(String course, String id) {
        JsonObjectBuilder definition = Json.object().add("type", INTERACTION).add("name", Json.words(id));
        Optional<Question> question = program.question(course, id);
        question.ifPresentOrElse(
                known -> {
                    definition.add("description", Json.words(known.ask()));
                    Interaction.describe(known, definition);
                },
                () -> definition.add("interactionType", "other"));
        return Json.object()
                .add("objectType", "Activity")
                .add("id", base + "courses/" + course + "/questions/" + id)
                .add("definition", definition);
    }
}
