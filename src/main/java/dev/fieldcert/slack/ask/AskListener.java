package dev.fieldcert.slack.ask;

import com.slack.api.model.view.View;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.contact.GiveFeedback;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.search.Findings;
import dev.fieldcert.search.LessonSearch;
import dev.fieldcert.search.asked.AskedQuestions;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Answers {@code /cert ask ...}, and text in the DM that is neither a command nor an answer to an open question. */
@Component
class AskListener implements SlackHandler {

    private final Learners learners;
    private final Programs programs;
    private final LessonSearch search;
    private final AskedQuestions asked;
    private final GiveFeedback giveFeedback;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;
    private Router router;

    AskListener(
            Learners learners,
            Programs programs,
            LessonSearch search,
            AskedQuestions asked,
            GiveFeedback giveFeedback,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.search = search;
        this.asked = asked;
        this.giveFeedback = giveFeedback;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        this.router = router;
        router.subcommand("ask", "ask <question>", "what the lessons say about it", this::ask);
        router.question(this::plainWords);
        router.blockAction("ask-example", this::example);
        router.blockAction(AskMessages.CARD, click -> open(click, AskMessages::card));
        router.blockAction(AskMessages.SOURCES, click -> open(click, AskMessages::sources));
        router.blockAction(AskMessages.HELPED, this::judge);
        router.blockAction(
                AskMessages.FORM, click -> slack.openModal(click.triggerId(), AskMessages.team(click.value())));
        router.viewSubmission(AskMessages.FORM, this::askTeam);
    }

    private void ask(TextCommand command) {
        String question = question(command.words());
        if (question.isEmpty()) {
            slack.reply(command, AskMessages.empty());
            return;
        }
        Optional<OwnQuestion> own = OwnQuestion.in(question);
        if (own.isPresent()) {
            answerOwn(own.get(), command);
        } else {
            answer(command.person(), question, message -> slack.reply(command, message));
        }
    }

    /**
     * Treats text as a question to look up. Leaves a single word that matches no lesson unhandled, because it is more
     * likely a mistyped command.
     */
    private boolean plainWords(TextCommand command) {
        String question = question(command.words());
        boolean isOneWord = !question.contains(" ");
        if (question.isEmpty()
                || isOneWord
                        && openCheck(learners.findOrNew(command.person())).isEmpty()
                        && search.find(question).hits().isEmpty()) {
            return false;
        }
        ask(command);
        return true;
    }

    private static String question(String words) {
        return Blocks.cut(words.strip(), AskedQuestions.LONGEST);
    }

    private void example(BlockAction click) {
        answer(click.person(), question(click.value()), message -> slack.respondEphemeral(click, message));
    }

    private void answer(String person, String question, Consumer<SlackMessage> teller) {
        Learner learner = learners.findOrNew(person);
        Optional<SlackMessage> refusal = openCheck(learner);
        if (refusal.isPresent()) {
            teller.accept(refusal.get());
            return;
        }
        Findings findings = search.find(question);
        boolean found = !findings.hits().isEmpty();
        asked.count(question, found);
        teller.accept(
                found
                        ? AskMessages.found(question, findings, learner, programs.current(), Optional.empty())
                        : AskMessages.notFound(question, findings.nearest(), programs.current()));
    }

    /** The message that refuses to show lesson content during a check or test-out; empty if neither is in progress. */
    private Optional<SlackMessage> openCheck(Learner learner) {
        return learner.courses().stream()
                .flatMap(progress -> progress.attempt().stream())
                .filter(attempt -> !attempt.kind().marksAtOnce())
                .findFirst()
                .flatMap(attempt -> course(attempt).map(course -> AskMessages.checkIsOpen(course, attempt)));
    }

    private Optional<Course> course(Attempt attempt) {
        return programs.version(attempt.version())
                .flatMap(program -> program.course(attempt.course()))
                .or(() -> programs.current().course(attempt.course()));
    }

    private void answerOwn(OwnQuestion own, TextCommand command) {
        Optional<Learner> known = learners.find(command.person()).filter(Learner::isEnrolled);
        if (known.isEmpty()) {
            slack.reply(command, OwnMessages.notALearner());
            return;
        }
        Learner learner = known.get();
        When when = When.in(learner.profile().zone(), learner.profile().locale(), clock.instant());
        switch (own) {
            case NEXT_ATTEMPT -> slack.reply(command, OwnMessages.attempts(learner, programs.current(), when));
            case WHY_WRITTEN -> slack.reply(command, OwnMessages.why(learner, when));
            case BADGES -> slack.reply(command, OwnMessages.badges(learner, programs.current(), when));
            case DUE -> slack.reply(command, OwnMessages.due(learner, programs.current(), when));
            case STANDING -> router.subcommand("status").orElseThrow().handler().accept(command.with(""));
        }
    }

    private void open(BlockAction click, Function<AskMessages.Found, View> screen) {
        Optional<SlackMessage> refusal = openCheck(learners.findOrNew(click.person()));
        Optional<AskMessages.Found> card = AskMessages.Found.of(programs.current(), CardValue.read(click.value()));
        if (refusal.isPresent() || card.isEmpty()) {
            slack.respondEphemeral(click, refusal.orElseGet(AskMessages::gone));
        } else {
            slack.openModal(click.triggerId(), screen.apply(card.get()));
        }
    }

    private void judge(BlockAction click) {
        boolean helped = click.actionId().endsWith(":yes");
        String question = question(click.value());
        asked.judge(question, helped);
        slack.turn(
                click,
                AskMessages.found(
                        question,
                        search.find(question),
                        learners.findOrNew(click.person()),
                        programs.current(),
                        Optional.of(helped)));
    }

    private SubmissionResponse askTeam(ViewSubmission form) {
        String question = form.input(AskMessages.TEXT).orElse("");
        var given = giveFeedback.give(form.person(), question.isEmpty() ? "" : AskMessages.NOT_FOUND_PREFIX + question);
        if (given.result() instanceof GiveFeedback.Outcome.Thanks) {
            return SubmissionResponse.done(() -> {
                slack.post(slack.dmWith(form.person()), AskMessages.sent(), null);
                delivery.deliver(given);
            });
        }
        return SubmissionResponse.error(AskMessages.TEXT, "Type your question in a few words. Nothing was sent.");
    }
}
