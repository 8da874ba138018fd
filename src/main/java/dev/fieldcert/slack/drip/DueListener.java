package dev.fieldcert.slack.drip;

import dev.fieldcert.learner.AnswerDueWish;
import dev.fieldcert.learner.AskForLaterDue;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.RaiseBudget;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.People;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.When;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The choices about a due date at risk: the learner's, and the answer of whoever was asked for a later one. */
@Component
class DueListener implements Conversation {

    private final Learners learners;
    private final RaiseBudget raiseBudget;
    private final AskForLaterDue askForLaterDue;
    private final AnswerDueWish answerDueWish;
    private final People people;
    private final OwedDelivery delivery;
    private final SlackSender slack;
    private final Clock clock;

    DueListener(
            Learners learners,
            RaiseBudget raiseBudget,
            AskForLaterDue askForLaterDue,
            AnswerDueWish answerDueWish,
            People people,
            OwedDelivery delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.raiseBudget = raiseBudget;
        this.askForLaterDue = askForLaterDue;
        this.answerDueWish = answerDueWish;
        this.people = people;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.click(DueButton.RAISE, this::raise);
        routes.click(DueButton.LATER, this::askForLater);
        routes.click(
                DueButton.KEEP,
                click -> slack.whisper(
                        click,
                        DueMessages.kept(DueButton.fromValue(click.value()).due(), when(click.person()))));
        routes.click(DueButton.AGREE, click -> answer(click, true));
        routes.click(DueButton.STAY, click -> answer(click, false));
    }

    private void raise(Click click) {
        DueButton button = DueButton.fromValue(click.value());
        var raised = raiseBudget.raise(click.person(), button.course(), button.due(), button.contactsADay());
        slack.whisper(click, DueMessages.raised(raised.result(), button.due(), when(click.person())));
        delivery.deliver(raised);
    }

    private void askForLater(Click click) {
        DueButton button = DueButton.fromValue(click.value());
        var asked = askForLaterDue.ask(click.person(), button.course(), button.due(), button.later());
        slack.whisper(click, DueMessages.asked(asked.result(), button.later(), when(click.person())));
        delivery.deliver(asked);
    }

    private void answer(Click click, boolean agree) {
        AnswerDueWish.Wish wish = DueButton.fromValue(click.value()).wish();
        var answered = answerDueWish.answer(wish, click.person(), mayDecide(click.person()), agree);
        slack.turn(click, DueMessages.answered(answered.result(), wish, when(click.person())));
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
