package dev.fieldcert.slack.journey;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.enrollment.Unenroll;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a learner leave a path or a course, after asking for confirmation. */
@Component
class LeaveListener implements SlackHandler {

    private final LearnerRepository learners;
    private final Programs programs;
    private final EnrollLearner names;
    private final Unenroll unenroll;
    private final OutboxRelay delivery;
    private final SlackSender slack;

    LeaveListener(
            LearnerRepository learners,
            Programs programs,
            EnrollLearner names,
            Unenroll unenroll,
            OutboxRelay delivery,
            SlackSender slack) {
        this.learners = learners;
        this.programs = programs;
        this.names = names;
        this.unenroll = unenroll;
        this.delivery = delivery;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.subcommand("leave", "leave [path or course]", "leave a path or a course", this::typed);
        router.blockAction(LeaveMessages.ASK, click -> slack.turn(click, ask(click.person(), click.value())));
        router.blockAction(LeaveMessages.YES, this::leave);
        router.blockAction(LeaveMessages.NO, click -> slack.turn(click, LeaveMessages.stayed()));
    }

    private void typed(TextCommand command) {
        String words = command.words();
        slack.reply(
                command,
                words.isBlank()
                        ? LeaveMessages.choose(underWay(command.person()))
                        : ask(command.person(), names.targetFor(words).orElse(words)));
    }

    private SlackMessage ask(String person, String target) {
        Map<String, String> underWay = underWay(person);
        return Optional.ofNullable(underWay.get(target))
                .map(title -> LeaveMessages.ask(target, title))
                .orElseGet(() -> LeaveMessages.choose(underWay));
    }

    private void leave(BlockAction click) {
        String title = underWay(click.person()).getOrDefault(click.value(), click.value());
        var left = unenroll.unenroll(click.person(), click.value(), click.person(), "their own choice");
        slack.turn(click, LeaveMessages.left(left.result(), title));
        delivery.deliver(left);
    }

    /**
     * Titles by id of the paths that the learner has not completed, and of all courses in progress, including those of
     * the paths.
     */
    private Map<String, String> underWay(String person) {
        Map<String, String> titles = new LinkedHashMap<>();
        Program program = programs.current();
        Optional<Learner> learner = learners.find(person);
        learner.stream()
                .flatMap(found -> found.paths().stream())
                .filter(path -> path.certificate().isEmpty())
                .map(PathProgress::path)
                .forEach(path -> titles.put(
                        path, program.path(path).map(LearningPath::title).orElse(path)));
        learner.stream()
                .flatMap(found -> found.courses().stream())
                .map(CourseProgress::course)
                .forEach(course -> titles.put(
                        course, program.course(course).map(Course::title).orElse(course)));
        return titles;
    }
}
