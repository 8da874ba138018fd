package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.home.HomeRefresh;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns each admin action into a typed command, a form and a button. */
@Component
class AdminActions implements SlackHandler {

    private static final Logger LOG = LoggerFactory.getLogger(AdminActions.class);

    private final Map<String, AdminAction> actions = new java.util.LinkedHashMap<>();
    private final AdminAuthorization authorization;
    private final People people;
    private final HomeRefresh homes;
    private final SlackSender slack;

    AdminActions(
            List<AdminAction> actions,
            AdminAuthorization authorization,
            People people,
            HomeRefresh homes,
            SlackSender slack) {
        actions.forEach(action -> this.actions.put(action.name(), action));
        this.authorization = authorization;
        this.people = people;
        this.homes = homes;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        actions.values().forEach(action -> register(action, router));
        router.blockAction(AdminForms.RECORD, authorization.click(Rights.ADMIN, click -> {
            if (click.value().isEmpty()) {
                slack.openModal(click.triggerId(), record(null));
            } else {
                slack.updateModal(click.viewId(), record(click.value()));
            }
        }));
        router.viewSubmission(AdminForms.RECORD, authorization.form(Rights.ADMIN, this::chosen));
        router.blockAction(MenuParameter.REDRAW, this::redraw);
        router.blockAction(
                "admin-no",
                authorization.click(
                        Rights.AUTHOR, click -> slack.turn(click, SlackMessage.note("Nothing was changed."))));
    }

    private void register(AdminAction action, Router router) {
        if (action.rights() == Rights.AUTHOR) {
            router.authorSubcommand(action.name(), action.usage(), action.help(), command -> typed(action, command));
        } else {
            router.adminSubcommand(action.name(), action.usage(), action.help(), command -> typed(action, command));
        }
        router.blockAction(
                AdminForms.id(action),
                authorization.click(action.rights(), click -> open(action, click.person(), click.triggerId())));
        router.blockAction(
                AdminForms.runId(action.name()), authorization.click(action.rights(), click -> run(action, click)));
        router.blockAction(
                AdminForms.yesId(action), authorization.click(action.rights(), click -> confirmed(action, click)));
        router.viewSubmission(
                AdminForms.id(action), authorization.form(action.rights(), form -> submitted(action, form)));
    }

    private void typed(AdminAction action, TextCommand command) {
        if (action.opensForm()) {
            open(action, command.person(), command.triggerId());
            return;
        }
        CommandResult result;
        try {
            result = run(action, command.person(), command.words());
        } catch (CommandException refused) {
            result = CommandResult.refused(refused.getMessage());
        }
        slack.reply(command, result.words());
        result.after().run();
    }

    /** Handles a button that stands in for typed words. */
    private void run(AdminAction action, BlockAction click) {
        CommandResult result = run(action, click.person(), click.value());
        slack.respondEphemeral(click, result.words());
        result.after().run();
    }

    private static CommandResult run(AdminAction action, String by, String words) {
        Arguments arguments = Arguments.typed(by, action, words);
        return action.confirmation(arguments)
                .map(confirmation -> CommandResult.shown(
                        AdminForms.sure(action, confirmation, arguments.toWords(action.parameters()))))
                .orElseGet(() -> action.run(arguments));
    }

    private void confirmed(AdminAction action, BlockAction click) {
        CommandResult result = action.run(Arguments.typed(click.person(), action, click.value()));
        slack.turn(click, result.words());
        result.after().run();
    }

    /**
     * Opens the form immediately, then adds the fields that need a call to Slack. The form works without those fields.
     */
    private void open(AdminAction action, String person, String triggerId) {
        String view = slack.openModalNow(triggerId, form(action, person, "", FormInput.OPENING));
        if (action.parameters().stream().anyMatch(Parameter::isSlow)) {
            try {
                slack.updateModal(view, form(action, person, "", FormInput.EMPTY));
            } catch (SlackFailure failure) {
                LOG.warn("Form not completed action={} error={}", action.name(), failure.error());
            }
        }
    }

    /**
     * @param about the id of the person whom the form concerns; empty if none
     * @throws CommandException if a menu would have no options
     */
    static View form(AdminAction action, String by, String about, FormInput soFar) {
        FormInput input = withPerson(soFar, about);
        Arguments known = Arguments.soFar(by, action.parameters(), input);
        List<LayoutBlock> fields = new ArrayList<>();
        action.parameters().forEach(parameter -> fields.addAll(parameter.fields(input, known)));
        List<LayoutBlock> blocks = action.form(fields);
        return AdminForms.form(
                action,
                about,
                action.confirmation(known)
                        .map(confirmation -> AdminForms.confirmed(confirmation, blocks))
                        .orElse(blocks));
    }

    private static FormInput withPerson(FormInput form, String person) {
        if (person.isEmpty()) {
            return form;
        }
        Map<String, List<String>> inputs = new HashMap<>(form.inputs());
        inputs.put(PersonParameter.ID, List.of(person));
        return new FormInput(inputs, form.files(), form.isOpening());
    }

    private void redraw(BlockAction click) {
        AdminForms.Metadata metadata = AdminForms.Metadata.fromText(click.privateMetadata());
        AdminAction action = action(metadata.action());
        authorization
                .click(
                        action.rights(),
                        allowed -> slack.updateModal(
                                allowed.viewId(),
                                form(
                                        action,
                                        allowed.person(),
                                        metadata.person(),
                                        new FormInput(allowed.inputs(), Map.of(), false))))
                .accept(click);
    }

    private AdminAction action(String name) {
        return Optional.ofNullable(actions.get(name))
                .orElseThrow(() -> new IllegalArgumentException("Not an action of ours"));
    }

    private SubmissionResponse submitted(AdminAction action, ViewSubmission form) {
        String about = AdminForms.Metadata.fromText(form.metadata()).person();
        try {
            Arguments arguments = Arguments.submitted(
                    form.person(),
                    action.parameters(),
                    withPerson(new FormInput(form.inputs(), form.files(), false), about));
            if (action.confirmation(arguments).isPresent()
                    && form.input(AdminForms.SURE).isEmpty()) {
                return SubmissionResponse.error(AdminForms.SURE, "Check the box if you’re sure.");
            }
            return answer(action, form, action.run(arguments));
        } catch (CommandException refused) {
            return refused(action, refused.field(), refused.getMessage());
        }
    }

    private SubmissionResponse answer(AdminAction action, ViewSubmission form, CommandResult result) {
        if (!result.done()) {
            return refused(action, result.field(), result.words().text());
        }
        Runnable after = () -> {
            result.after().run();
            homes.changed(form.person());
        };
        return result.inDm()
                ? SubmissionResponse.done(after)
                : SubmissionResponse.next(AdminForms.changed(action, result.words()), after);
    }

    /** @param field block id under which the error is shown; null for the first field */
    private SubmissionResponse refused(AdminAction action, String field, String mrkdwn) {
        List<Parameter<?>> parameters = action.parameters();
        String first = parameters.stream()
                .map(Parameter::id)
                .filter(id -> !id.equals(PersonParameter.ID))
                .findFirst()
                .orElse(AdminForms.SURE);
        return SubmissionResponse.error(field == null ? first : field, FieldWords.of(mrkdwn, people::nameOf));
    }

    private View record(String person) {
        return AdminForms.record(in(Place.LOOK), in(Place.CHANGE), person);
    }

    private List<AdminAction> in(Place place) {
        return actions.values().stream()
                .filter(action -> action.place() == place)
                .toList();
    }

    /** Handles the choice of a person and an action: shows the person's data, or opens the form for the change. */
    private SubmissionResponse chosen(ViewSubmission form) {
        Optional<AdminAction> chosen = form.input(AdminForms.WHAT).map(actions::get);
        if (chosen.isEmpty()) {
            return SubmissionResponse.error(AdminForms.WHAT, "Choose what to do.");
        }
        AdminAction action = chosen.get();
        try {
            Arguments who = Arguments.submitted(
                    form.person(), action.parameters().subList(0, 1), new FormInput(form.inputs(), Map.of(), false));
            String person = form.input(PersonParameter.ID).orElseThrow();
            return SubmissionResponse.next(
                    action.place() == Place.LOOK
                            ? AdminForms.shown(
                                    action.label(), person, action.run(who).words())
                            : form(action, form.person(), person, FormInput.EMPTY));
        } catch (CommandException refused) {
            return SubmissionResponse.error(PersonParameter.ID, FieldWords.of(refused.getMessage(), people::nameOf));
        }
    }
}
