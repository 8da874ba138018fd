package dev.fieldcert.slack.admin.record;

import static dev.fieldcert.slack.blockkit.Blocks.option;

import com.slack.api.model.block.composition.OptionObject;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of somebody's record can be changed: what the forms' menus offer. */
@Component
class RecordMenus {

    private static final int TITLE = 50;

    private final Learners learners;
    private final Programs programs;

    RecordMenus(Learners learners, Programs programs) {
        this.learners = learners;
        this.programs = programs;
    }

    /** @throws NotUnderstood when there is no record: whoever is no learner would become one by being changed */
    Learner learner(String person) {
        return learners.find(person)
                .filter(Learner::hasAnything)
                .orElseThrow(() -> new CommandException(
                        Mrkdwn.person(person) + " is enrolled in nothing, so there is nothing to change."));
    }

    /** Paths and courses, with their due dates. */
    List<OptionObject> underWay(String person) {
        Learner learner = learner(person);
        List<OptionObject> options = new ArrayList<>();
        learner.paths().stream()
                .filter(path -> path.certificate().isEmpty())
                .forEach(path -> options.add(target("Path: ", path.path(), path.due())));
        learner.courses()
                .forEach(course ->
                        options.add(target("", course.course(), course.due().orElse(null))));
        return orNothing(options, person);
    }

    private OptionObject target(String kind, String id, LocalDate due) {
        return option(kind + Blocks.cut(title(id), TITLE) + (due == null ? "" : ", due " + due), id);
    }

    /** Courses whose check is still before them. */
    List<OptionObject> checksOpen(String person) {
        return orNothing(
                learner(person).courses().stream()
                        .filter(course -> course.checkPassedAt().isEmpty())
                        .flatMap(course -> programs.current().course(course.course()).stream()
                                .map(known -> option(
                                        Blocks.cut(known.title(), TITLE) + ", "
                                                + Sentences.count(course.attemptsLeft(known), "attempt", "attempts")
                                                + " left",
                                        known.id())))
                        .toList(),
                person);
    }

    List<OptionObject> courses(String person) {
        return orNothing(
                learner(person).courses().stream()
                        .map(CourseProgress::course)
                        .filter(course -> programs.current().course(course).isPresent())
                        .map(course -> option(title(course), course))
                        .toList(),
                person);
    }

    /** What is not behind them in a course; empty when all of it is, or they are not in it. */
    List<OptionObject> objectivesOpen(String person, String courseId) {
        Learner learner = learner(person);
        return programs.current().course(courseId).stream()
                .flatMap((Course course) -> learner.course(courseId).stream()
                        .flatMap(progress -> course.objectives().stream()
                                .filter(objective -> progress.isOpen(objective))
                                .map(objective -> option(objective.title(), objective.id()))))
                .toList();
    }

    private static List<OptionObject> orNothing(List<OptionObject> options, String person) {
        if (options.isEmpty()) {
            throw new CommandException(Mrkdwn.person(person) + " has nothing of that kind under way.");
        }
        return options;
    }

    String title(String target) {
        return Sentences.title(programs.current(), target);
    }
}
