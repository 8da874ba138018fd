package dev.fieldcert.slack.admin.rights;

import static dev.fieldcert.slack.admin.rights.PersonalFiles.escaped;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Percent;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.privacy.PersonalRecord;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.settings.SettingsMessages;
import dev.fieldcert.slack.users.People;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells people what the bot knows about them, in sentences, as HTML. */
@Component
class Letter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMMM d, yyyy, h:mm a", Locale.US);

    private final LearnerRepository learners;
    private final Programs programs;
    private final PersonalRecord records;
    private final People people;
    private final Clock clock;

    Letter(LearnerRepository learners, Programs programs, PersonalRecord records, People people, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.records = records;
        this.people = people;
        this.clock = clock;
    }

    ZoneId zone(String person) {
        return learners.find(person).map(Learner::zone).orElse(ZoneOffset.UTC);
    }

    static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    String to(String person) {
        Optional<Learner> found = learners.find(person);
        ZoneId zone = zone(person);
        StringBuilder html = new StringBuilder();
        String name = found.map(learner -> learner.profile().name())
                .filter(known -> !known.isBlank())
                .orElse("");
        paragraph(html, name.isEmpty() ? "Hello," : "Dear " + name + ",");
        paragraph(
                html,
                "This is what FieldCert knows about you as of " + moment(clock.instant(), zone) + " (" + zone.getId()
                        + "). The details follow below, and the JSON file next to this letter has all of it for"
                        + " other software. To have it erased, type “/cert forget-me” in Slack.");
        if (found.isEmpty()) {
            paragraph(html, "You aren’t enrolled in anything, so there isn’t much to show.");
            return html.toString();
        }
        Learner learner = found.get();
        Program program = programs.current();
        When when = When.in(zone.getId(), learner.profile().locale(), clock.instant());
        section(html, "Who you are", List.of(whoYouAre(learner)));
        section(
                html,
                "Your progress",
                learner.courses().stream()
                        .map(course -> underWay(course, program, when))
                        .toList());
        section(
                html,
                "What you’ve earned",
                learner.completions().stream()
                        .map(completion -> earned(completion, program, when))
                        .toList());
        section(
                html,
                "What you chose",
                List.of(SettingsMessages.summary(learner.preferences(), when).replace("*", "")));
        section(html, "What you did", List.of("FieldCert keeps " + counted(person) + "."));
        return html.toString();
    }

    private String whoYouAre(Learner learner) {
        var profile = learner.profile();
        StringBuilder words = new StringBuilder("Slack gives FieldCert your name");
        if (profile.email() != null) {
            words.append(", your email address (").append(profile.email()).append(")");
        }
        words.append(" and your time zone (").append(learner.zone().getId()).append(").");
        profile.manager()
                .ifPresent(manager -> words.append(" Your manager here is ")
                        .append(people.nameOf(manager))
                        .append("; they see your progress and your assignments."));
        if (profile.cohort() != null) {
            words.append(" You’re in the cohort “").append(profile.cohort()).append("”.");
        }
        return words.toString();
    }

    private static String underWay(CourseProgress progress, Program program, When when) {
        Optional<Course> course = program.course(progress.course());
        return course.map(Course::title).orElse(progress.course())
                + course.map(known -> ": " + Percent.of(progress.share(known)) + "% done")
                        .orElse("")
                + progress.startedAt()
                        .map(at -> ", started on " + when.date(at))
                        .orElse(", not started")
                + progress.due().map(due -> ", due " + when.date(due)).orElse("") + ".";
    }

    private static String earned(Completion completion, Program program, When when) {
        return program.course(completion.course()).map(Course::title).orElse(completion.course()) + ", on "
                + when.date(completion.completedAt()) + ", with a score of " + Percent.of(completion.score()) + "%.";
    }

    private String counted(String person) {
        List<String> counts = new ArrayList<>();
        count(person, "answers", "answer", counts);
        count(person, "attempts", "check or test-out", "checks and test-outs", counts);
        count(person, "submissions", "submission", counts);
        count(person, "feedback", "piece of feedback", "pieces of feedback", counts);
        count(
                person,
                "audit",
                "change that others made to your record",
                "changes that others made to your record",
                counts);
        return counts.isEmpty() ? "nothing else" : String.join(", ", counts);
    }

    private void count(String person, String part, String one, List<String> counts) {
        count(person, part, one, one + "s", counts);
    }

    private void count(String person, String part, String one, String many, List<String> counts) {
        int[] number = {0};
        records.read(person, part, document -> number[0]++);
        if (number[0] > 0) {
            counts.add(number[0] + " " + (number[0] == 1 ? one : many));
        }
    }

    private static void section(StringBuilder html, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            html.append("<h2>").append(escaped(title)).append("</h2>\n");
            sentences.forEach(sentence -> paragraph(html, sentence));
        }
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append("<p>").append(escaped(text)).append("</p>\n");
    }
}
