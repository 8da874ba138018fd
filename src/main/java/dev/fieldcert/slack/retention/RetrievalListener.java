package dev.fieldcert.slack.retention;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import dev.fieldcert.learner.memory.RetrievalPace;
import dev.fieldcert.learner.retention.AskRetrieval;
import dev.fieldcert.learner.retention.PaceRetrieval;
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
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Handles {@code /cert review}, {@code /cert memory}, and the buttons of retrieval questions. */
@Component
class RetrievalListener implements SlackHandler {

    private final Learners learners;
    private final Programs programs;
    private final AskRetrieval askRetrieval;
    private final PaceRetrieval paceRetrieval;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;

    RetrievalListener(
            Learners learners,
            Programs programs,
            AskRetrieval askRetrieval,
            PaceRetrieval paceRetrieval,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.askRetrieval = askRetrieval;
        this.paceRetrieval = paceRetrieval;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.subcommand(
                "review",
                "review",
                "review questions about what you’ve earned",
                command -> asked(askRetrieval.due(command.person()), message -> slack.reply(command, message)));
        router.subcommand("memory", "memory", "what you remember, and what you may be forgetting", this::memory);
        router.blockAction(
                RetrievalMessages.DUE,
                click -> asked(askRetrieval.due(click.person()), message -> slack.respondEphemeral(click, message)));
        router.blockAction(RetrievalMessages.AGAIN, this::again);
        router.blockAction(RetrievalMessages.NOT_TODAY, this::notToday);
        router.blockAction(RetrievalMessages.FEWER, click -> pace(click, RetrievalPace.FEWER));
        router.blockAction(RetrievalMessages.STOP, click -> pace(click, RetrievalPace.NONE));
        router.blockAction(RetrievalMessages.BACK, click -> pace(click, RetrievalPace.AS_NEEDED));
        router.blockAction(RetrievalMessages.WHY, this::why);
    }

    private void asked(LearnerRepository.Changed<AskRetrieval.Outcome> asked, Consumer<SlackMessage> teller) {
        if (asked.result() instanceof AskRetrieval.Outcome.NothingDue nothing) {
            teller.accept(RetrievalMessages.nothingDue(nothing.next(), when(asked.learner())));
        } else if (asked.result() instanceof AskRetrieval.Outcome.NotThere) {
            teller.accept(RetrievalMessages.notThere());
        }
        delivery.deliver(asked);
    }

    private void again(BlockAction click) {
        String[] target = target(click);
        asked(
                askRetrieval.again(click.person(), target[0], target[1]),
                message -> slack.respondEphemeral(click, message));
    }

    private void notToday(BlockAction click) {
        var put = paceRetrieval.notToday(click.person());
        slack.turn(click, RetrievalMessages.notToday());
        delivery.deliver(put);
    }

    private void pace(BlockAction click, RetrievalPace pace) {
        var changed = paceRetrieval.at(click.person(), pace);
        slack.respondEphemeral(click, RetrievalMessages.pace(changed.result()));
        delivery.deliver(changed);
    }

    private void why(BlockAction click) {
        String[] target = target(click);
        Learner learner = learners.findOrNew(click.person());
        Optional<ObjectiveMemory> memory = learner.retention().of(target[0], target[1]);
        Optional<Objective> objective =
                programs.current().course(target[0]).flatMap(course -> course.objective(target[1]));
        slack.respondEphemeral(
                click,
                memory.isEmpty() || objective.isEmpty()
                        ? RetrievalMessages.notThere()
                        : RetrievalMessages.why(memory.get(), objective.get().title(), when(learner)));
    }

    private void memory(TextCommand command) {
        Learner learner = learners.findOrNew(command.person());
        slack.reply(command, MemoryMessages.memory(learner, programs.current(), when(learner)));
    }

    /** Reads the ids of a course and an objective. */
    private static String[] target(BlockAction click) {
        String[] target = click.value().split("\\|", -1);
        if (target.length != 2) {
            throw new IllegalArgumentException("Not a value of this button");
        }
        return target;
    }

    private When when(Learner learner) {
        return When.in(learner.profile().zone(), learner.profile().locale(), clock.instant());
    }
}
