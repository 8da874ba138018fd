package dev.fieldcert.slack.journey.home;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.divider;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Percent;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.slack.ask.ExampleQuestions;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.Picture;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.blockkit.ZoneWords;
import dev.fieldcert.slack.home.HomeState;
import dev.fieldcert.slack.journey.EnrollmentMessages;
import dev.fieldcert.slack.journey.JourneyMessages;
import dev.fieldcert.slack.retention.MemoryMessages;
import dev.fieldcert.slack.settings.PauseMessages;
import dev.fieldcert.slack.settings.SettingsMessages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders the learner's Home. */
public final class JourneyHome {

    private static final int LINES = 10;

    private JourneyHome() {}

    /**
     * @param current the course to continue; empty if there is none
     * @param badges the number of badges to show
     * @param journey the journey's picture; empty to show none
     * @param pictures pictures by badge id
     */
    public record Facts(
            Learner learner,
            Program program,
            Optional<Course> current,
            When when,
            int badges,
            Optional<Picture> journey,
            Map<String, Picture> pictures) {

        public Facts {
            pictures = Map.copyOf(pictures);
        }
    }

    public static List<LayoutBlock> blocks(Facts events) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!events.learner().isEnrolled()) {
            blocks.addAll(EnrollmentMessages.notEnrolled(events.program()).blocks());
            blocks.add(divider());
            blocks.addAll(settings(events));
            return blocks;
        }
        List<JourneyReader.Group> groups = JourneyReader.groups(events.learner(), events.program());
        JourneyMap map = new JourneyMap(events.learner(), events.program(), events.current(), events.when());
        blocks.addAll(next(events));
        events.journey().ifPresent(picture -> blocks.add(picture.block()));
        blocks.add(header("Your journey"));
        blocks.addAll(map.courses(groups));
        blocks.addAll(badges(events));
        blocks.addAll(MemoryMessages.home(events.learner(), events.program(), events.when()));
        List<LayoutBlock> touched = map.touched(groups);
        if (!touched.isEmpty()) {
            blocks.add(divider());
            blocks.addAll(touched);
        }
        blocks.add(divider());
        blocks.addAll(ExampleQuestions.blocks(ExampleQuestions.of(
                events.program(),
                events.current().flatMap(course -> events.learner().course(course.id())))));
        blocks.addAll(settings(events));
        return blocks;
    }

    private static List<LayoutBlock> next(Facts events) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (events.current().isEmpty()) {
            blocks.add(header("You’ve finished everything you enrolled in 🎉"));
            blocks.add(actions(button("All courses", "catalog", "")));
            return blocks;
        }
        Course course = events.current().get();
        NextStep step = events.learner()
                .course(course.id())
                .map(progress -> NextStep.of(progress, course, events.when().now()))
                .orElseThrow();
        blocks.add(header("Next: " + course.title()));
        String words = JourneyMessages.inWords(step, events.when());
        blocks.add(text(Character.toUpperCase(words.charAt(0)) + words.substring(1) + "."));
        List<BlockElement> buttons = buttons(step, course);
        if (!buttons.isEmpty()) {
            blocks.add(actions(buttons));
            if (!(step instanceof NextStep.Submission)) {
                blocks.add(note("I’ll reply in *Messages*."));
            }
        }
        return blocks;
    }

    private static List<BlockElement> buttons(NextStep step, Course course) {
        if (step instanceof NextStep.TestOutOrLearn) {
            return List.of(
                    primary("Take the knowledge check", "test-out:all", course.id()),
                    button("Learn first", "learn", course.id()));
        }
        if (step instanceof NextStep.TakeCheck) {
            return List.of(primary("Start the check", "check", course.id()));
        }
        if (step instanceof NextStep.Review) {
            return List.of(
                    primary("Try again", "review", course.id()), button("Skip to the check", "check", course.id()));
        }
        if (step instanceof NextStep.Submission submission) {
            return List.of(
                    primary(
                            "Submit",
                            "hand-in",
                            course.id() + "|" + submission.objective().id()),
                    button("See the assignment", "next", course.id()));
        }
        if (step instanceof NextStep.AnswerNow) {
            return List.of(primary("Answer it", "next", course.id()));
        }
        return step instanceof NextStep.ReadLesson ? List.of(primary("Continue", "next", course.id())) : List.of();
    }

    private static List<LayoutBlock> badges(Facts events) {
        List<Completion> newest = events.learner().completions().stream()
                .sorted(Comparator.comparing(Completion::completedAt).reversed())
                .toList();
        if (newest.isEmpty()) {
            return List.of();
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Your badges"));
        for (PathProgress path :
                events.learner().paths().stream().limit(HomeState.FEW_BADGES).toList()) {
            events.program()
                    .path(path.path())
                    .flatMap(known -> known.certificate())
                    .filter(certificate -> path.certificate().isPresent())
                    .ifPresent(certificate -> blocks.add(badge(
                            "🎓 *" + Mrkdwn.escape(certificate.name()) + "*\n"
                                    + Mrkdwn.escape(certificate.description()),
                            certificate.id(),
                            events)));
        }
        int few = Math.min(HomeState.FEW_BADGES, newest.size());
        newest.subList(0, few)
                .forEach(completion -> blocks.add(badge(
                        line(completion, events),
                        badgeOf(completion, events).map(BadgeDefinition::id).orElse(""),
                        events)));
        int shown = Math.min(events.badges(), newest.size());
        for (int from = few; from < shown; from += LINES) {
            List<String> lines = newest.subList(from, Math.min(from + LINES, shown)).stream()
                    .map(completion -> line(completion, events))
                    .toList();
            blocks.add(text(String.join("\n", lines)));
        }
        if (shown < newest.size() && shown < HomeState.MOST_BADGES) {
            int more = Math.min(Math.min(shown + 3 * LINES, newest.size()), HomeState.MOST_BADGES);
            blocks.add(actions(button("Show more (" + (newest.size() - shown) + ")", "home-more", "" + more)));
        } else if (shown < newest.size()) {
            blocks.add(note("And " + (newest.size() - shown) + " more. To see them all, type `/cert badges`."));
        }
        blocks.add(actions(button("Download or share", "badges", "")));
        return blocks;
    }

    private static Optional<BadgeDefinition> badgeOf(Completion completion, Facts events) {
        return events.program().course(completion.course()).map(Course::badge);
    }

    private static String line(Completion completion, Facts events) {
        String name = badgeOf(completion, events).map(BadgeDefinition::name).orElse(completion.course());
        return "🏅 *" + Mrkdwn.escape(Blocks.cut(name, 120)) + "* – "
                + events.when().date(completion.completedAt()) + ", " + Percent.of(completion.score()) + "%";
    }

    private static LayoutBlock badge(String words, String badge, Facts events) {
        Picture picture = events.pictures().get(badge);
        return picture == null ? text(words) : text(words, picture.element());
    }

    private static List<LayoutBlock> settings(Facts events) {
        Preferences now = events.learner().preferences();
        boolean paused = PauseMessages.quiet(now, events.when()).isPresent();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(SettingsMessages.summary(now, events.when())));
        ZoneWords.doubt(events.learner().profile().zone()).ifPresent(words -> blocks.add(text(words)));
        PauseMessages.doNotDisturb(events.learner().contact().covered(), now, events.when())
                .ifPresent(words -> blocks.add(text(words)));
        blocks.add(actions(
                button("Settings", "settings", ""),
                paused ? button("Resume", "resume", "") : button("Pause", "pause", ""),
                now.askConfidence()
                        ? button("Stop asking how sure I am", "confidence", "off")
                        : button("Ask me how sure I am", "confidence", "on"),
                button("Feedback", "feedback", ""),
                button("What my manager sees", "manager-view", ""),
                button("My data", "my-data", "")));
        blocks.add(note("When you tap a question, *My data*, or *Resume*, I’ll reply in *Messages*."));
        return blocks;
    }
}
