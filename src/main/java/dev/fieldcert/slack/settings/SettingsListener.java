package dev.fieldcert.slack.settings;

import dev.fieldcert.learner.ChangePreferences;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.When;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** {@code /cert settings}, and the form behind it. */
@Component
class SettingsListener implements Conversation {

    /** Saved from Home, which shows what was saved: no message needed. */
    private static final String AT_HOME = "home";

    private final Learners learners;
    private final ChangePreferences changePreferences;
    private final OwedDelivery delivery;
    private final SlackSender slack;
    private final Clock clock;

    SettingsListener(
            Learners learners,
            ChangePreferences changePreferences,
            OwedDelivery delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.changePreferences = changePreferences;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.word("settings", "settings", "when I write to you, and how often", this::say);
        routes.click("settings", click -> open(click.person(), click.triggerId(), isAtHome(click) ? AT_HOME : ""));
        routes.click("confidence", this::confidence);
        routes.form(SettingsMessages.FORM, this::submitted);
    }

    private static boolean isAtHome(Click click) {
        return click.place() == null;
    }

    private When when(Learner learner) {
        return When.in(learner.profile().zone(), clock.instant());
    }

    private void say(Said said) {
        if (said.triggerId() != null) {
            open(said.person(), said.triggerId(), "");
            return;
        }
        Learner learner = learners.findOrNew(said.person());
        slack.reply(said, SettingsMessages.current(learner.preferences(), when(learner)));
    }

    private void open(String person, String triggerId, String metadata) {
        Learner learner = learners.findOrNew(person);
        slack.openModal(
                triggerId,
                SettingsMessages.form(
                        learner.preferences(),
                        learner.profile().zone(),
                        ContactRules.today(learner, clock.instant()),
                        metadata));
    }

    /** The switch in Home; what is not "on" is off. */
    private void confidence(Click click) {
        boolean on = click.value().equals("on");
        delivery.deliver(changePreferences.change(click.person(), before -> before.askingConfidence(on)));
    }

    private FormReply submitted(Form form) {
        Learner learner = learners.findOrNew(form.person());
        SettingsReader reader = new SettingsReader(form, ContactRules.today(learner, clock.instant()));
        if (!reader.errors().isEmpty()) {
            return new FormReply.Errors(reader.errors());
        }
        var changed = changePreferences.change(form.person(), reader::applyTo);
        return new FormReply.Done(() -> {
            boolean shown = form.metadata().equals(AT_HOME)
                    && (changed.result().country() == null
                            || Countries.hasHolidays(changed.result().country()));
            if (!shown) {
                slack.post(
                        slack.dmWith(form.person()),
                        SettingsMessages.saved(changed.result(), when(changed.learner())),
                        null);
            }
            delivery.deliver(changed);
        });
    }
}
