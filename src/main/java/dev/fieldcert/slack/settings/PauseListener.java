package dev.fieldcert.slack.settings;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.preferences.ChangePreferences;
import dev.fieldcert.outbox.OutboxRelay;
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
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Handles "pause until January 7", "resume" and "remind me at 9:30", typed as a command or message, and the buttons in
 * Home.
 */
@Component
class PauseListener implements SlackHandler {

    private final Learners learners;
    private final Programs programs;
    private final ChangePreferences changePreferences;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;

    PauseListener(
            Learners learners,
            Programs programs,
            ChangePreferences changePreferences,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.changePreferences = changePreferences;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.subcommand(
                "pause", "pause [until <day>]", "stop messages until then", command -> request(command, "pause"));
        router.subcommand("resume", "resume", "end a pause", command -> request(command, "resume"));
        router.subcommand(
                "remind", "remind me at <time>", "choose when I message you", command -> request(command, "remind"));
        router.blockAction("pause", click -> slack.openModal(click.triggerId(), PauseMessages.form()));
        router.blockAction("resume", this::resume);
        router.blockAction("stop-contacts", this::stop);
        router.viewSubmission(PauseMessages.FORM, this::submitted);
    }

    private When when(Learner learner) {
        return When.in(learner.profile().zone(), learner.profile().locale(), clock.instant());
    }

    private void request(TextCommand command, String word) {
        var today = ContactRules.today(learners.findOrNew(command.person()), clock.instant());
        Teller teller = message -> slack.reply(command, message);
        PauseText.read(word + " " + command.words(), today)
                .ifPresentOrElse(
                        request -> request.match(new Granting(command.person(), teller)),
                        () -> teller.tell(PauseMessages.notUnderstood()));
    }

    private interface Teller {
        void tell(SlackMessage message);
    }

    /** Applies the request and confirms it. */
    private final class Granting implements ScheduleRequest.Cases<Void> {

        private final String person;
        private final Teller teller;

        Granting(String person, Teller teller) {
            this.person = person;
            this.teller = teller;
        }

        private interface Words {
            SlackMessage of(Learner learner, When when);
        }

        private Void change(UnaryOperator<Preferences> change, Words words) {
            var changed = changePreferences.change(person, change);
            teller.tell(words.of(changed.learner(), when(changed.learner())));
            delivery.deliver(changed);
            return null;
        }

        @Override
        public Void pauseUntil(ScheduleRequest.PauseUntil request) {
            return change(before -> before.pausedUntil(request.day()), this::paused);
        }

        @Override
        public Void pauseUntilResumed(ScheduleRequest.PauseUntilResumed request) {
            return change(before -> before.stopped(true), this::paused);
        }

        private SlackMessage paused(Learner learner, When when) {
            return PauseMessages.paused(learner, programs.current(), when);
        }

        @Override
        public Void resume(ScheduleRequest.Resume request) {
            Learner learner = learners.findOrNew(person);
            if (PauseMessages.quiet(learner.preferences(), when(learner)).isEmpty()) {
                teller.tell(PauseMessages.notPaused(learner.preferences(), when(learner)));
                return null;
            }
            return change(
                    before -> before.stopped(false), (after, when) -> PauseMessages.resumed(after.preferences(), when));
        }

        @Override
        public Void contactAt(ScheduleRequest.ContactAt request) {
            return change(
                    before -> before.contacts(
                            request.time(), before.days(), before.budget(), before.country(), before.daysOff()),
                    (after, when) -> PauseMessages.contactAt(after.preferences(), when));
        }

        @Override
        public Void problem(ScheduleRequest.Problem request) {
            teller.tell(PauseMessages.problem(request.sentence()));
            return null;
        }
    }

    private void resume(BlockAction click) {
        // Home itself shows that the pause has ended; after a click in a message, the bot has to reply.
        Teller teller = click.place() == null ? message -> {} : message -> slack.turn(click, message);
        new Granting(click.person(), teller).resume(new ScheduleRequest.Resume());
    }

    /** Handles the button "Stop reminding me". */
    private void stop(BlockAction click) {
        new Granting(click.person(), message -> slack.turn(click, message))
                .pauseUntilResumed(new ScheduleRequest.PauseUntilResumed());
    }

    private SubmissionResponse submitted(ViewSubmission form) {
        Optional<String> until = form.input(PauseMessages.UNTIL);
        var today = ContactRules.today(learners.findOrNew(form.person()), clock.instant());
        ScheduleRequest request =
                until.map(day -> PauseText.day(day, today)).orElseGet(ScheduleRequest.PauseUntilResumed::new);
        if (request instanceof ScheduleRequest.Problem problem) {
            return new SubmissionResponse.Errors(java.util.Map.of(PauseMessages.UNTIL, problem.sentence()));
        }
        Teller teller = message -> slack.post(slack.dmWith(form.person()), message, null);
        return new SubmissionResponse.Done(() -> request.match(new Granting(form.person(), teller)));
    }
}
