package dev.fieldcert.slack.admin.record;

import com.slack.api.model.view.View;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.FieldWords;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** A person's record, from Home: who, what, and then the same as the command does. */
@Component
class RecordFormListener implements SlackHandler {

    private final List<RecordLook> looks;
    private final List<RecordChange> changes;
    private final People people;
    private final AdminAuthorization gate;
    private final SlackSender slack;

    RecordFormListener(
            List<RecordLook> looks,
            List<RecordChange> changes,
            People people,
            AdminAuthorization gate,
            SlackSender slack) {
        this.looks = List.copyOf(looks);
        this.changes = List.copyOf(changes);
        this.people = people;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.blockAction("record-open", gate.click(click -> slack.openModal(click.triggerId(), who(null))));
        router.blockAction(
                RecordForms.AGAIN, gate.click(click -> slack.updateModal(click.viewId(), who(click.value()))));
        router.blockAction(RecordForms.TURN, gate.click(this::turn));
        router.viewSubmission(RecordForms.WHO_FORM, gate.form(this::chosen));
        router.viewSubmission(RecordForms.CHANGE_FORM, gate.form(this::changed));
    }

    private View who(String person) {
        return RecordForms.who(
                looks.stream()
                        .map(look -> new RecordForms.Choice(look.id(), look.label()))
                        .toList(),
                changes.stream()
                        .map(change -> new RecordForms.Choice(change.id(), change.label()))
                        .toList(),
                person);
    }

    private SubmissionResponse chosen(ViewSubmission form) {
        Optional<String> person = form.input(RecordForms.WHO);
        String what = form.input(RecordForms.WHAT).orElse("");
        if (person.isEmpty()) {
            return SubmissionResponse.error(RecordForms.WHO, "Choose somebody.");
        }
        Optional<RecordLook> look =
                looks.stream().filter(each -> each.id().equals(what)).findFirst();
        if (look.isPresent()) {
            return SubmissionResponse.next(RecordForms.shown(
                    look.get().label(), person.get(), look.get().look(person.get())));
        }
        Optional<RecordChange> change = change(what);
        if (change.isEmpty()) {
            return SubmissionResponse.error(RecordForms.WHAT, "Choose what to do.");
        }
        try {
            return SubmissionResponse.next(form(change.get(), person.get(), block -> Optional.empty()));
        } catch (CommandException notUnderstood) {
            return SubmissionResponse.error(RecordForms.WHO, plain(notUnderstood.getMessage()));
        }
    }

    /** A field on which others depend was chosen. */
    private void turn(BlockAction click) {
        RecordForms.Metadata metadata = RecordForms.Metadata.fromText(click.privateMetadata());
        RecordChange change =
                change(metadata.change()).orElseThrow(() -> new IllegalArgumentException("Not a change of ours"));
        slack.updateModal(click.viewId(), form(change, metadata.person(), click::input));
    }

    /** @param soFar what stands in it already, by block id */
    private static View form(RecordChange change, String person, Function<String, Optional<String>> soFar) {
        return RecordForms.change(change.id(), change.label(), change.submit(), person, change.fields(person, soFar));
    }

    private SubmissionResponse changed(ViewSubmission form) {
        RecordForms.Metadata metadata = RecordForms.Metadata.fromText(form.metadata());
        RecordChange change =
                change(metadata.change()).orElseThrow(() -> new IllegalArgumentException("Not a change of ours"));
        CommandResult commandResult;
        try {
            commandResult = change.change(metadata.person(), form);
        } catch (CommandException notUnderstood) {
            return SubmissionResponse.error(change.field(), plain(notUnderstood.getMessage()));
        }
        if (!commandResult.done()) {
            return SubmissionResponse.error(
                    commandResult.field() == null ? change.field() : commandResult.field(),
                    plain(commandResult.words().text()));
        }
        return SubmissionResponse.next(
                RecordForms.changed(change.label(), commandResult.words()), commandResult.after());
    }

    private Optional<RecordChange> change(String id) {
        return changes.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private String plain(String mrkdwn) {
        return FieldWords.of(mrkdwn, people::nameOf);
    }
}
