package dev.fieldcert.slack.journey.home;

import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Competency;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Moment;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Percent;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.slack.blockkit.Bar;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.journey.JourneyMessages;
import dev.fieldcert.slack.journey.StateWords;
import dev.fieldcert.slack.journey.picture.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The journey as blocks: paths, courses, and objectives, and the moments and competencies to which the objectives
 * belong.
 */
final class JourneyMap {

    private static final int MOST_COURSES = 24;

    private final Learner learner;
    private final Program program;
    private final Optional<Course> current;
    private final When when;

    JourneyMap(Learner learner, Program program, Optional<Course> current, When when) {
        this.learner = learner;
        this.program = program;
        this.current = current;
        this.when = when;
    }

    /** At most 24 courses, with a heading for each group, and a note if there are more. */
    List<LayoutBlock> courses(List<JourneyReader.Group> groups) {
        List<LayoutBlock> blocks = new ArrayList<>();
        int room = MOST_COURSES;
        int all = 0;
        for (JourneyReader.Group group : groups) {
            all += group.courses().size();
            if (room == 0) {
                continue;
            }
            blocks.add(text(heading(group)));
            List<Course> shown =
                    group.courses().subList(0, Math.min(room, group.courses().size()));
            shown.forEach(course -> blocks.add(course(course)));
            room -= shown.size();
        }
        if (all > MOST_COURSES) {
            blocks.add(note("And " + (all - MOST_COURSES) + " more. To see them all, type `/cert status`."));
        }
        return blocks;
    }

    private String heading(JourneyReader.Group group) {
        long done = group.courses().stream()
                .filter(course -> JourneyReader.isDone(learner, course))
                .count();
        String due = group.path()
                .flatMap(path -> Optional.ofNullable(path.due()))
                .map(this::due)
                .orElse("");
        boolean certified = group.path().flatMap(PathProgress::certificate).isPresent();
        return "*" + Mrkdwn.escape(group.title()) + "* – " + done + " of "
                + group.courses().size() + (group.courses().size() == 1 ? " badge" : " badges")
                + (certified ? " · 🎓 certified" : due);
    }

    private String due(LocalDate due) {
        boolean over = due.isBefore(LocalDate.ofInstant(when.now(), when.zone()));
        return (over ? " · ⚠️ was due " : " · 📅 due ") + when.date(due);
    }

    private LayoutBlock course(Course course) {
        Optional<CourseProgress> progress = learner.course(course.id());
        String objectives = "\n" + objectives(course, progress);
        String title = "*" + Mrkdwn.escape(course.title()) + "*";
        if (progress.isEmpty()) {
            return text(learner.completion(course.id())
                    .map(done -> "🏅 " + title + " – badge earned " + when.date(done.completedAt())
                            + ", with a score of " + Percent.of(done.score()) + "%" + objectives)
                    .orElse(title + (course.coming() ? " _(coming soon)_" : "") + objectives));
        }
        NextStep step = NextStep.of(progress.get(), course, when.now());
        double share = progress.get().share(course);
        String words = title + "\n" + Bar.withVariable(share)
                + progress.get().due().map(this::due).orElse("") + "\n_"
                + JourneyMessages.inWords(step, when) + "_" + objectives;
        boolean begunElsewhere = progress.get().startedAt().isPresent()
                && current.filter(course::equals).isEmpty();
        return step.isOpen() && begunElsewhere
                ? text(words, button("Continue here", "next:" + course.id(), course.id()))
                : text(words);
    }

    private String objectives(Course course, Optional<CourseProgress> progress) {
        List<Mark> marks = JourneyReader.marks(learner, course);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < course.objectives().size(); i++) {
            Objective objective = course.objectives().get(i);
            String state = progress.map(under -> StateWords.of(under.objective(objective.id()), objective))
                    .orElse(
                            marks.get(i) == Mark.MASTERED
                                    ? Mark.MASTERED.label()
                                    : StateWords.of(ObjectiveProgress.NEW, objective));
            lines.add(marks.get(i).sign() + " " + Mrkdwn.escape(objective.title()) + " – " + state);
        }
        return String.join("\n", lines);
    }

    /**
     * The Moments That Matter and the competencies of the objectives whose lesson and practice are done; empty if
     * there are none yet.
     */
    List<LayoutBlock> touched(List<JourneyReader.Group> groups) {
        Set<String> moments = new HashSet<>();
        Set<String> behaviors = new HashSet<>();
        for (JourneyReader.Group group : groups) {
            for (Course course : group.courses()) {
                List<Mark> marks = JourneyReader.marks(learner, course);
                for (int i = 0; i < marks.size(); i++) {
                    if (marks.get(i).isThrough()) {
                        moments.addAll(course.objectives().get(i).moments());
                        behaviors.addAll(course.objectives().get(i).behaviors());
                    }
                }
            }
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        List<Moment> prepared = program.moments().stream()
                .filter(moment -> moments.contains(moment.id()))
                .toList();
        if (!prepared.isEmpty()) {
            blocks.add(text("*Moments that matter* you’ve prepared for (" + prepared.size() + " of "
                    + program.moments().size() + "): "
                    + String.join(
                            ", ",
                            prepared.stream()
                                    .map(moment -> Mrkdwn.escape(moment.title()))
                                    .toList())));
        }
        if (!behaviors.isEmpty()) {
            blocks.add(text("*Competencies* you’ve worked on: "
                    + String.join(
                            " · ",
                            program.competencies().stream()
                                    .map(competency -> competency(competency, behaviors))
                                    .toList())));
        }
        if (prepared.stream().anyMatch(Moment::inferred)) {
            blocks.add(note("Mapping by FieldCert, not published by GitLab."));
        }
        return blocks;
    }

    private static String competency(Competency competency, Set<String> touched) {
        long count = competency.behaviors().stream()
                .filter(behavior -> touched.contains(behavior.id()))
                .count();
        return Mrkdwn.escape(competency.title()) + " " + count + " of "
                + competency.behaviors().size();
    }
}
