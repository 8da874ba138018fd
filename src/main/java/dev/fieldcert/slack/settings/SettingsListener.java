package dev.fieldcert.slack.settings;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.preferences.ChangePreferences;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Handles {@code /cert settings}, and the form that it opens. */
@Component
class SettingsListener implements SlackHandler {

    /**
     * The form's metadata if it was opened from Home, which shows the result itself, so that usually no message is
     * needed.
     */
    private static final String AT_HOME = "home";

    private final Learners learners;
    private final ChangePreferences changePreferences;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;

    SettingsListener(
            Learners learners,
            ChangePreferences changePreferences,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.changePreferences = changePreferences;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.subcommand("settings", "settings", "when I message you, and how often", this::say);
        router.blockAction(
                "settings", click -> open(click.person(), click.triggerId(), isAtHome(click) ? AT_HOME : ""));
        router.blockAction("confidence", this::confidence);
        router.viewSubmission(SettingsMessages.FORM, this::submitted);
    }

    private static boolean isAtHome(BlockAction click) {
        return click.place() == null;
    }

    private When when(Learner learner) {
        return When.in(learner.profile().zone(), learner.profile().locale(), clock.instant());
    }

    private void say(TextCommand command) {
        if (command.triggerId() != null) {
            open(command.person(), command.triggerId(), "");
            return;
        }
        Learner learner = learners.findOrNew(command.person());
        slack.reply(command, SettingsMessages.current(learner.preferences(), when(learner)));
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

    /** Handles the switch in Home; any value but "on" turns the question off. */
    private void confidence(BlockAction click) {
        boolean on = click.value().equals("on");
        delivery.deliver(changePreferences.change(click.person(), before -> before.askingConfidence(on)));
    }

    private SubmissionResponse submitted(ViewSubmission form) {
        Learner learner = learners.findOrNew(form.person());
        SettingsReader reader = new SettingsReader(form, ContactRules.today(learner, clock.instant()));
        if (!reader.errors().isEmpty()) {
            return new SubmissionResponse.Errors(reader.errors());
        }
        var changed = changePreferences.change(form.person(), reader::applyTo);
        return new SubmissionResponse.Done(() -> {
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
