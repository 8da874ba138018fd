package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.AssessmentRules;
import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.JobAid;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.MasteryRule;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.PracticeTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one course's folder. */
final class CourseReader {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,4}) (minute|hour|day)s?");

    private final CurriculumReader reader;
    private final String folder;
    private final References references;
    private final Map<String, SourceLocation> questionIds = new HashMap<>();

    CourseReader(CurriculumReader reader, String folder, References references) {
        this.reader = reader;
        this.folder = folder;
        this.references = references;
    }

    Course read(Fields fields) {
        String id = fields.id("id", folder);
        reader.place(id, fields.place());
        boolean coming =
                fields.word("status", "ready", List.of("ready", "coming")).equals("coming");
        int practice = fields.map("practice")
                .map(rules -> rules.as(Shape.PRACTICE).whole("questions", 3, 0, 20))
                .orElse(3);
        AssessmentRules check =
                fields.map("check").map(rules -> check(rules.as(Shape.CHECK))).orElse(AssessmentRules.DEFAULT);
        Fields badgeFields = fields.map("badge").orElse(null);
        BadgeDefinition badge = badgeFields == null
                ? missingBadge(id)
                : Badges.read(badgeFields.as(Shape.BADGE), references, BadgeDefinition.Kind.COURSE);
        reader.place("badge:" + badge.id(), badgeFields == null ? fields.place() : badgeFields.place());
        List<Objective> objectives = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields objective : fields.maps("objectives")) {
            Objective read = objective(objective.as(Shape.OBJECTIVE), coming);
            if (!ids.add(read.id())) {
                objective.error(
                        "id", "The objective “" + read.id() + "” appears here twice.", "Give one of them another id.");
            }
            objectives.add(read);
        }
        if (objectives.isEmpty() && fields.has("objectives")) {
            fields.error("objectives", "The course has no objective.", "Add what a learner will be able to do.");
        }
        return new Course(
                id,
                fields.text("title", Limits.TITLE),
                fields.text("summary", Limits.SUMMARY),
                coming,
                fields.flag("test-out-first", false),
                practice,
                check,
                badge,
                objectives,
                aids(fields),
                task(fields));
    }

    private List<JobAid> aids(Fields course) {
        List<JobAid> aids = new ArrayList<>();
        for (Text name : course.texts("aids", Limits.ID)) {
            String path = folder + "/aids/" + name.value() + ".md";
            Optional<String> text = reader.text(path);
            if (text.isEmpty()) {
                reader.problems()
                        .error(
                                name.place(),
                                "There is no job aid “" + name.value() + "”: " + path + " is missing.",
                                DidYouMean.file(reader.paths(), path).orElse("Write it, or remove this line."));
            } else {
                AidReader.read(reader, path, name.value(), text.get()).ifPresent(aids::add);
            }
        }
        return aids;
    }

    private Optional<PracticeTask> task(Fields course) {
        String id = course.has("task") ? course.id("task") : "";
        String path = folder + "/tasks/" + id + ".yaml";
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (reader.text(path).isEmpty()) {
            course.error(
                    "task",
                    "There is no practice task “" + id + "”: " + path + " is missing.",
                    DidYouMean.file(reader.paths(), path).orElse("Write it, or remove this line."));
            return Optional.empty();
        }
        long errors = reader.problems().errors();
        return reader.open(path)
                .map(fields -> task(fields.as(Shape.TASK), id))
                .filter(read -> reader.problems().errors() == errors);
    }

    private static PracticeTask task(Fields fields, String id) {
        List<String> criteria =
                fields.texts("criteria", Limits.LINE).stream().map(Text::value).toList();
        if (fields.has("criteria") && criteria.size() != 3) {
            fields.error(
                    "criteria",
                    "The task has " + criteria.size() + " criteria.",
                    "Give three that a writer can see in their own text.");
        }
        return new PracticeTask(
                fields.id("id", id),
                fields.text("title", Limits.TITLE),
                fields.text("instructions", Limits.ASK),
                criteria,
                fields.text("model-answer", Limits.EXPLAIN));
    }

    private static BadgeDefinition missingBadge(String course) {
        return new BadgeDefinition(
                course + "-badge",
                "",
                BadgeDefinition.Kind.COURSE,
                101,
                "",
                "",
                java.time.Period.ofMonths(12),
                List.of(),
                List.of(),
                false);
    }

    private static AssessmentRules check(Fields fields) {
        AssessmentRules otherwise = AssessmentRules.DEFAULT;
        return new AssessmentRules(
                rule(fields).orElse(otherwise.rule()),
                fields.whole("attempts", otherwise.attempts(), 1, 100),
                coolDown(fields, otherwise.coolDown()),
                fields.whole("test-out-attempts", otherwise.testOutAttempts(), 0, 100));
    }

    private static Optional<MasteryRule> rule(Fields fields) {
        if (!fields.has("shown-by")) {
            return Optional.empty();
        }
        Optional<MasteryRule> rule = MasteryRule.read(
                fields.texts("shown-by", Limits.ID).stream().map(Text::value).toList());
        if (rule.isEmpty()) {
            fields.error(
                    "shown-by",
                    "This does not say how many right answers show an objective.",
                    "Write it like [4 of 4, 6 of 7]: each of them is enough.");
        }
        return rule;
    }

    private static Duration coolDown(Fields fields, Duration otherwise) {
        String text = fields.text("cool-down");
        Matcher span = SPAN.matcher(text);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!span.matches()) {
            fields.error("cool-down", "“" + text + "” is not a span of time.", "Write it like 24 hours, or 2 days.");
            return otherwise;
        }
        int amount = Integer.parseInt(span.group(1));
        switch (span.group(2)) {
            case "minute":
                return Duration.ofMinutes(amount);
            case "hour":
                return Duration.ofHours(amount);
            default:
                return Duration.ofDays(amount);
        }
    }

    private Objective objective(Fields fields, boolean coming) {
        String id = fields.id("id");
        reader.place(folder + "/" + id, fields.place());
        QuestionFile questions = new QuestionFile(reader, folder, id, questionIds);
        if (!id.isEmpty()) {
            questions.read(coming);
        }
        return new Objective(
                id,
                fields.text("title", Limits.HEADER),
                fields.text("coaching", Limits.SUMMARY),
                references.behaviors(fields),
                references.moments(fields),
                id.isEmpty() ? new Lesson(List.of(), List.of()) : lesson(id, coming),
                questions.practice(),
                questions.check(),
                assignment(fields),
                Set.of(),
                questions.angoff());
    }

    private Lesson lesson(String objective, boolean coming) {
        String path = folder + "/lessons/" + objective + ".md";
        Optional<String> text = reader.text(path);
        if (text.isEmpty()) {
            if (!coming) {
                reader.problems()
                        .error(
                                SourceLocation.top(path),
                                "The lesson of “" + objective + "” is missing.",
                                DidYouMean.file(reader.paths(), path)
                                        .orElse("Write it, or say “status: coming” in course.yaml."));
            }
            return new Lesson(List.of(), List.of());
        }
        return new LessonReader(reader, path, folder, objective).read(text.get());
    }

    private Optional<Assignment> assignment(Fields objective) {
        String id = objective.has("assignment") ? objective.id("assignment") : "";
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String path = folder + "/assignments/" + id + ".yaml";
        if (reader.text(path).isEmpty()) {
            objective.error(
                    "assignment",
                    "There is no assignment “" + id + "”: " + path + " is missing.",
                    DidYouMean.file(reader.paths(), path).orElse("Write it, or remove this line."));
            return Optional.empty();
        }
        long errors = reader.problems().errors();
        return reader.open(path)
                .map(fields -> Assignments.read(fields.as(Shape.ASSIGNMENT), id, references))
                .filter(read -> reader.problems().errors() == errors);
    }
}
