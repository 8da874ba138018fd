package dev.fieldcert.slack.settings;

import dev.fieldcert.curriculum.Programs;
import dev.fieldcert.drip.PauseText;
import dev.fieldcert.drip.Wish;
import dev.fieldcert.learner.ChangePreferences;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.When;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** "pause until 7 January", "resume", "remind me at 9:30": by command, by message, and by Home's buttons. */
@Component
class PauseListener implements Conversation {

    private final Learners learners;
    private final Programs programs;
    private final ChangePreferences changePreferences;
    private final OwedDelivery delivery;
    private final SlackSender slack;
    private final Clock clock;

    PauseListener(
            Learners learners,
            Programs programs,
            ChangePreferences changePreferences,
            OwedDelivery delivery,
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
    public void routes(Routes routes) {
        routes.word("pause", "pause [until <day>]", "I write nothing until then", said -> wish(said, "pause"));
        routes.word("resume", "resume", "end a pause", said -> wish(said, "resume"));
        routes.word("remind", "remind me at <time>", "when I write to you", said -> wish(said, "remind"));
        routes.click("pause", click -> slack.openModal(click.triggerId(), PauseMessages.form()));
        routes.click("resume", this::resume);
        routes.click("stop-contacts", this::stop);
        routes.form(PauseMessages.FORM, this::submitted);
    }

    private When when(Learner learner) {
        return When.in(learner.profile().zone(), clock.instant());
    }

    private void wish(Said said, String word) {
        var today = ContactRules.today(learners.findOrNew(said.person()), clock.instant());
        Teller teller = message -> slack.reply(said, message);
        PauseText.read(word + " " + said.words(), today)
                .ifPresentOrElse(
                        wish -> wish.match(new Granting(said.person(), teller)),
                        () -> teller.tell(PauseMessages.notUnderstood()));
    }

    private interface Teller {
        void tell(SlackMessage message);
    }

    /** Does what was wished for, and says so. */
    private final class Granting implements Wish.Cases<Void> {

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
        public Void pauseUntil(Wish.PauseUntil wish) {
            return change(before -> before.pausedUntil(wish.day()), this::paused);
        }

        @Override
        public Void pauseUntilResumed(Wish.PauseUntilResumed wish) {
            return change(before -> before.stopped(true), this::paused);
        }

        private SlackMessage paused(Learner learner, When when) {
            return PauseMessages.paused(learner, programs.current(), when);
        }

        @Override
        public Void resume(Wish.Resume wish) {
            Learner learner = learners.findOrNew(person);
            if (PauseMessages.quiet(learner.preferences(), when(learner)).isEmpty()) {
                teller.tell(PauseMessages.notPaused(learner.preferences(), when(learner)));
                return null;
            }
            return change(
                    before -> before.stopped(false), (after, when) -> PauseMessages.resumed(after.preferences(), when));
        }

        @Override
        public Void contactAt(Wish.ContactAt wish) {
            return change(
                    before -> before.contacts(
                            wish.time(), before.days(), before.budget(), before.country(), before.daysOff()),
                    (after, when) -> PauseMessages.contactAt(after.preferences(), when));
        }

        @Override
        public Void problem(Wish.Problem wish) {
            teller.tell(PauseMessages.problem(wish.sentence()));
            return null;
        }
    }

    private void resume(Click click) {
        // Home shows that the pause is over; a message's button needs an answer.
        Teller teller = click.place() == null ? message -> {} : message -> slack.turn(click, message);
        new Granting(click.person(), teller).resume(new Wish.Resume());
    }

    /** The way out of contacts nobody answers. */
    private void stop(Click click) {
        new Granting(click.person(), message -> slack.turn(click, message))
                .pauseUntilResumed(new Wish.PauseUntilResumed());
    }

    private FormReply submitted(Form form) {
        Optional<String> until = form.input(PauseMessages.UNTIL);
        var today = ContactRules.today(learners.findOrNew(form.person()), clock.instant());
        Wish wish = until.map(day -> PauseText.day(day, today)).orElseGet(Wish.PauseUntilResumed::new);
        if (wish instanceof Wish.Problem problem) {
            return new FormReply.Errors(java.util.Map.of(PauseMessages.UNTIL, problem.sentence()));
        }
        Teller teller = message -> slack.post(slack.dmWith(form.person()), message, null);
        return new FormReply.Done(() -> wish.match(new Granting(form.person(), teller)));
    }
}
