package dev.fieldcert.slack.quiz;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.Written;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.assessment.AnswerQuestion;
import dev.fieldcert.learner.assessment.StartAttempt;
import dev.fieldcert.learner.lesson.ContinueLearning;
import dev.fieldcert.learner.preferences.ChangePreferences;
import dev.fieldcert.learner.retention.AnswerRetrieval;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts attempts, and takes answers to their questions. */
@Component
class QuizListener implements SlackHandler {

    private final Learners learners;
    private final Programs programs;
    private final AnswerQuestion answerQuestion;
    private final StartAttempt startAttempt;
    private final AnswerRetrieval answerRetrieval;
    private final ContinueLearning continueLearning;
    private final ChangePreferences changePreferences;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;

    QuizListener(
            Learners learners,
            Programs programs,
            AnswerQuestion answerQuestion,
            StartAttempt startAttempt,
            AnswerRetrieval answerRetrieval,
            ContinueLearning continueLearning,
            ChangePreferences changePreferences,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.answerQuestion = answerQuestion;
        this.startAttempt = startAttempt;
        this.answerRetrieval = answerRetrieval;
        this.continueLearning = continueLearning;
        this.changePreferences = changePreferences;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.blockAction(AnswerButton.ACTION, this::answer);
        router.blockAction("pick", click -> {});
        router.blockAction("check", click -> started(click, startAttempt.check(click.person(), click.value())));
        router.blockAction("review", click -> started(click, startAttempt.review(click.person(), click.value())));
        router.blockAction("test-out", this::testOut);
        router.blockAction("misses", this::misses);
        router.typed(this::typed);
        router.subcommand(
                "confidence",
                "confidence on|off",
                "start or stop asking how sure you are in practice",
                this::confidence);
    }

    private void answer(BlockAction click) {
        AnswerButton button = AnswerButton.fromValue(click.value());
        Optional<Learner> learner = learners.find(click.person());
        if (learner.flatMap(known -> known.resultOf(AnswerQuestion.Outcome.class))
                        .isPresent()
                || learner.flatMap(known -> known.resultOf(AnswerRetrieval.Outcome.class))
                        .isPresent()) {
            // This same click was handled before: its messages have been sent or are waiting to be sent.
            return;
        }
        Optional<Attempt> attempt = learner.flatMap(known -> known.attempt(button.attempt()));
        if (attempt.isEmpty() || button.index() >= attempt.get().items().size()) {
            slack.respondEphemeral(click, QuizMessages.stale());
            return;
        }
        Attempt.Item item = attempt.get().items().get(button.index());
        Optional<Question> question = question(attempt.get(), item);
        if (question.isEmpty()) {
            slack.respondEphemeral(click, QuizMessages.gone());
            return;
        }
        AnswerReader.Reading reading = question.get().match(new AnswerReader(click, button, item));
        if (reading.problem() != null) {
            slack.respondEphemeral(click, QuizMessages.unclear(reading.problem()));
            return;
        }
        Confidence confidence =
                click.input(QuizMessages.SURE).map(Confidence::valueOf).orElse(null);
        if (attempt.get().kind() == Attempt.Kind.RETRIEVAL) {
            var answered = answerRetrieval.answer(
                    learner.get(), button.attempt(), reading.answer(), confidence, click.place());
            tell(answered.result(), message -> slack.respondEphemeral(click, message));
            delivery.deliver(answered);
            return;
        }
        var answered = answerQuestion.answer(
                learner.get(), button.attempt(), button.index(), reading.answer(), confidence, click.place());
        tell(answered.result(), message -> slack.respondEphemeral(click, message));
        delivery.deliver(answered);
    }

    private interface Teller {
        void tell(SlackMessage message);
    }

    private static void tell(AnswerQuestion.Outcome outcome, Teller teller) {
        if (outcome instanceof AnswerQuestion.Outcome.Stale) {
            teller.tell(QuizMessages.stale());
        } else if (outcome instanceof AnswerQuestion.Outcome.Gone) {
            teller.tell(QuizMessages.gone());
        } else if (outcome instanceof AnswerQuestion.Outcome.Unclear unclear) {
            teller.tell(QuizMessages.unclear(unclear.problem()));
        }
    }

    private static void tell(AnswerRetrieval.Outcome outcome, Teller teller) {
        if (outcome instanceof AnswerRetrieval.Outcome.Stale) {
            teller.tell(QuizMessages.stale());
        } else if (outcome instanceof AnswerRetrieval.Outcome.Gone) {
            teller.tell(QuizMessages.gone());
        } else if (outcome instanceof AnswerRetrieval.Outcome.Unclear unclear) {
            teller.tell(QuizMessages.unclear(unclear.problem()));
        }
    }

    private Optional<Question> question(Attempt attempt, Attempt.Item item) {
        return programs.version(attempt.version())
                .flatMap(program -> program.question(attempt.course(), item.question()));
    }

    /** Takes text in the DM as the answer to the open question, if that question is answered by typing. */
    private boolean typed(TextCommand command) {
        Optional<Learner> learner = learners.find(command.person());
        Optional<Course> current = learner.flatMap(known -> continueLearning.current(known, clock.instant()));
        Optional<Attempt> attempt = current.flatMap(course -> learner.get().course(course.id()))
                .filter(progress -> !progress.readsGrading())
                .flatMap(CourseProgress::attempt)
                .or(() -> learner.flatMap(Learner::retrieval));
        if (attempt.isEmpty()) {
            return false;
        }
        int index = attempt.get().position();
        Optional<Question> question =
                question(attempt.get(), attempt.get().items().get(index));
        if (question.isEmpty() || !(isAnsweredInWords(question.get()))) {
            return false;
        }
        Optional<Learner.QuestionMessage> card = learner.get().messageOf(attempt.get());
        if (attempt.get().kind() == Attempt.Kind.RETRIEVAL) {
            var answered = answerRetrieval.answer(
                    learner.get(), attempt.get().id(), new Answer.Written(command.words()), null, null);
            tell(answered.result(), message -> slack.reply(command, message));
            delivery.deliver(answered);
            if (answered.result() instanceof AnswerRetrieval.Outcome.Answered) {
                close(card, command);
            }
            return true;
        }
        var answered = answerQuestion.answer(
                learner.get(), attempt.get().id(), index, new Answer.Written(command.words()), null, null);
        tell(answered.result(), message -> slack.reply(command, message));
        delivery.deliver(answered);
        if (answered.result() instanceof AnswerQuestion.Outcome.Answered
                || answered.result() instanceof AnswerQuestion.Outcome.WalksOn) {
            close(card, command);
        }
        return true;
    }

    /**
     * Replaces the question's message, so that it takes no other answer: the typed answer and its result are below it.
     */
    private void close(Optional<Learner.QuestionMessage> card, TextCommand command) {
        card.flatMap(message -> slack.find(command.channel(), message.id(), message.at(), message.at()))
                .ifPresent(place -> slack.replace(place, QuizMessages.answeredBelow()));
    }

    private static boolean isAnsweredInWords(Question question) {
        return question instanceof Numeric || question instanceof ShortAnswer || question instanceof Written;
    }

    private void testOut(BlockAction click) {
        String[] target = click.value().split("\\|", 2);
        started(click, startAttempt.testOut(click.person(), target[0], target.length > 1 ? target[1] : null));
    }

    private void started(BlockAction click, Learners.Changed<StartAttempt.Outcome> started) {
        StartMessages.tell(
                        started.result(),
                        When.in(
                                started.learner().profile().zone(),
                                started.learner().profile().locale(),
                                clock.instant()))
                .ifPresent(message -> slack.respondEphemeral(click, message));
        delivery.deliver(started);
    }

    private void misses(BlockAction click) {
        String[] parts = click.value().split("\\|", 2);
        int page = parts.length == 2 && parts[1].matches("\\d{1,2}") ? Integer.parseInt(parts[1]) : 0;
        var taken = learners.attemptTaken(click.person(), parts[0]);
        Optional<Course> course =
                taken.flatMap(event -> programs.current().course(event.result().course()));
        if (course.isEmpty()) {
            slack.respondEphemeral(click, QuizMessages.notThere());
            return;
        }
        var result = taken.get().result();
        ResultMessages.Asked asked =
                id -> programs.version(result.version()).flatMap(program -> program.question(result.course(), id));
        SlackMessage missed = ResultMessages.missed(result, course.get(), asked, page);
        if (click.ephemeral()) {
            slack.turn(click, missed);
        } else {
            slack.respondEphemeral(click, missed);
        }
    }

    private void confidence(TextCommand command) {
        boolean on = !command.words().strip().equalsIgnoreCase("off");
        var changed = changePreferences.change(command.person(), preferences -> preferences.askingConfidence(on));
        slack.reply(command, QuizMessages.confidenceSet(on));
        delivery.deliver(changed);
    }
}
