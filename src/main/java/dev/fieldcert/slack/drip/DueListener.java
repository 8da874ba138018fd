package dev.fieldcert.slack.drip;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.enrollment.AnswerDueRequest;
import dev.fieldcert.learner.enrollment.AskForLaterDue;
import dev.fieldcert.learner.preferences.RaiseBudget;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Handles the choices about a due date at risk: the learner's, and those of the person who is asked for a later date.
 */
@Component
class DueListener implements SlackHandler {

    private final Learners learners;
    private final RaiseBudget raiseBudget;
    private final AskForLaterDue askForLaterDue;
    private final AnswerDueRequest answerDueRequest;
    private final People people;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;

    DueListener(
            Learners learners,
            RaiseBudget raiseBudget,
            AskForLaterDue askForLaterDue,
            AnswerDueRequest answerDueRequest,
            People people,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.raiseBudget = raiseBudget;
        this.askForLaterDue = askForLaterDue;
        this.answerDueRequest = answerDueRequest;
        this.people = people;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.blockAction(DueButton.RAISE, this::raise);
        router.blockAction(DueButton.LATER, this::askForLater);
        router.blockAction(
                DueButton.KEEP,
                click -> slack.respondEphemeral(
                        click,
                        DueMessages.kept(DueButton.fromValue(click.value()).due(), when(click.person()))));
        router.blockAction(DueButton.AGREE, click -> answer(click, true));
        router.blockAction(DueButton.STAY, click -> answer(click, false));
    }

    private void raise(BlockAction click) {
        DueButton button = DueButton.fromValue(click.value());
        var raised = raiseBudget.raise(click.person(), button.course(), button.due(), button.contactsADay());
        slack.respondEphemeral(click, DueMessages.raised(raised.result(), button.due(), when(click.person())));
        delivery.deliver(raised);
    }

    private void askForLater(BlockAction click) {
        DueButton button = DueButton.fromValue(click.value());
        var asked = askForLaterDue.ask(click.person(), button.course(), button.due(), button.later());
        slack.respondEphemeral(click, DueMessages.asked(asked.result(), button.later(), when(click.person())));
        delivery.deliver(asked);
    }

    private void answer(BlockAction click, boolean agree) {
        AnswerDueRequest.ScheduleRequest request =
                DueButton.fromValue(click.value()).request();
        var answered = answerDueRequest.answer(request, click.person(), mayDecide(click.person()), agree);
        slack.turn(click, DueMessages.answered(answered.result(), request, when(click.person())));
        delivery.deliver(answered);
    }

    private Predicate<Learner> mayDecide(String by) {
        return learner -> learner.profile().manager().filter(by::equals).isPresent() || people.isAdmin(by);
    }

    private When when(String person) {
        return When.in(
                learners.find(person).map(Learner::profile).map(Profile::zone).orElse(null), clock.instant());
    }
}
