package dev.fieldcert.slack.journey;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.lesson.ContinueLearning;
import dev.fieldcert.learner.lesson.OpenLesson;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.ask.ExampleQuestions;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.TypedText;
import dev.fieldcert.slack.routing.HelpMessages;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Handles the commands and buttons about enrolling, progress, and the next step. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class JourneyListener implements SlackHandler {

    private final Learners learners;
    private final Programs programs;
    private final EnrollLearner enrollLearner;
    private final ContinueLearning continueLearning;
    private final OpenLesson openLesson;
    private final People people;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;
    private Router router;

    JourneyListener(
            Learners learners,
            Programs programs,
            EnrollLearner enrollLearner,
            ContinueLearning continueLearning,
            OpenLesson openLesson,
            People people,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.enrollLearner = enrollLearner;
        this.continueLearning = continueLearning;
        this.openLesson = openLesson;
        this.people = people;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        this.router = router;
        router.subcommand("status", "status [course]", "your progress, and what’s next", this::status);
        router.subcommand("next", "next", "continue where you left off", this::next);
        router.subcommand("enroll", "enroll [path or course]", "join a path or a single course", this::enroll);
        router.subcommand("help", "help", "this list", command -> slack.reply(command, help(command.person())));
        router.adminSubcommand(
                "help",
                "help",
                "this list",
                command -> slack.reply(command, HelpMessages.help("/cert-admin", router.adminSubcommands())));
        router.blockAction("next", this::next);
        router.blockAction(
                "enroll",
                click -> enroll(click.person(), click.value(), message -> slack.respondEphemeral(click, message)));
        router.blockAction("learn", this::learn);
        router.blockAction("status", click -> slack.respondEphemeral(click, statusOf(click.person(), click.value())));
        router.blockAction(
                "catalog", click -> slack.respondEphemeral(click, EnrollmentMessages.catalog(programs.current())));
        // Nothing to do: the button stays for later.
        router.blockAction("not-now", click -> {});
        router.blockAction("how", click -> slack.respondEphemeral(click, EnrollmentMessages.howItWorks()));
        router.blockAction("help", click -> slack.respondEphemeral(click, help(click.person())));
    }

    private SlackMessage help(String person) {
        Optional<CourseProgress> current = learners.find(person)
                .flatMap(learner -> continueLearning
                        .current(learner, clock.instant())
                        .flatMap(course -> learner.course(course.id())));
        List<LayoutBlock> blocks =
                new ArrayList<>(HelpMessages.help("/cert", router.subcommands()).blocks());
        blocks.addAll(ExampleQuestions.blocks(ExampleQuestions.of(programs.current(), current)));
        return SlackMessage.of(blocks);
    }

    private interface Teller {
        void tell(SlackMessage message);
    }

    private void status(TextCommand command) {
        slack.reply(command, statusOf(command.person(), command.words()));
    }

    private SlackMessage statusOf(String person, String courseId) {
        Optional<Learner> learner = learners.find(person).filter(Learner::isEnrolled);
        Program program = programs.current();
        if (learner.isEmpty()) {
            return EnrollmentMessages.notEnrolled(program);
        }
        When when =
                When.in(learner.get().profile().zone(), learner.get().profile().locale(), clock.instant());
        Optional<Course> course = enrollLearner.targetFor(courseId).flatMap(program::course);
        Optional<CourseProgress> progress =
                course.flatMap(known -> learner.get().course(known.id()));
        if (progress.isPresent()) {
            return JourneyMessages.course(course.get(), progress.get(), when);
        }
        return JourneyMessages.status(
                learner.get(), program, continueLearning.current(learner.get(), when.now()), when);
    }

    private void next(TextCommand command) {
        var next = continueLearning.next(command.person());
        Optional<SlackMessage> words = words(next.result());
        words.ifPresent(message -> slack.reply(command, message));
        if (words.isEmpty() && !command.inDm()) {
            slack.reply(command, JourneyMessages.inTheDm());
        }
        delivery.deliver(next);
    }

    private void next(BlockAction click) {
        var next = click.value().isEmpty() || isNotMine(click)
                ? continueLearning.next(click.person())
                : continueLearning.nextIn(click.person(), click.value());
        words(next.result()).ifPresent(message -> slack.respondEphemeral(click, message));
        delivery.deliver(next);
    }

    /**
     * Whether the button's course is not in progress, for example because it is finished. The next step may then be in
     * another course.
     */
    private boolean isNotMine(BlockAction click) {
        return learners.find(click.person())
                .filter(learner -> learner.course(click.value()).isPresent())
                .isEmpty();
    }

    private Optional<SlackMessage> words(ContinueLearning.Outcome outcome) {
        if (outcome instanceof ContinueLearning.Outcome.NotEnrolled) {
            return Optional.of(EnrollmentMessages.notEnrolled(programs.current()));
        }
        if (outcome instanceof ContinueLearning.Outcome.AllDone) {
            return Optional.of(JourneyMessages.allDone());
        }
        if (outcome instanceof ContinueLearning.Outcome.NoSuchCourse) {
            return Optional.of(JourneyMessages.noSuchCourse());
        }
        return Optional.empty();
    }

    private void learn(BlockAction click) {
        Optional<Course> course = programs.current().course(click.value());
        if (course.isEmpty()) {
            slack.respondEphemeral(click, JourneyMessages.noSuchCourse());
            return;
        }
        String first = course.get().objectives().get(0).id();
        delivery.deliver(openLesson.open(click.person(), click.value(), first, 0, null));
    }

    private void enroll(TextCommand command) {
        if (command.words().isBlank()) {
            slack.reply(command, EnrollmentMessages.catalog(programs.current()));
            return;
        }
        enroll(command.person(), TypedText.bare(command.words()), message -> slack.reply(command, message));
    }

    private void enroll(String person, String words, Teller teller) {
        String target = enrollLearner.targetFor(words).orElse(words);
        var joined = enrollLearner.join(person, target);
        teller.tell(EnrollmentMessages.enrolled(joined.result(), programs.current()));
        delivery.deliver(joined);
        if (joined.result() instanceof EnrollLearner.Outcome.Enrolled) {
            people.seen(person);
        }
    }
}
