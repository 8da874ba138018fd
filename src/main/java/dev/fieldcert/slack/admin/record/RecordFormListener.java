package dev.fieldcert.slack.admin.record;

import com.slack.api.model.view.View;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.People;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.Deed;
import dev.fieldcert.slack.admin.FieldWords;
import dev.fieldcert.slack.admin.NotUnderstood;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** A person's record, from Home: who, what, and then the same as the command does. */
@Component
class RecordFormListener implements Conversation {

    private final List<RecordLook> looks;
    private final List<RecordChange> changes;
    private final People people;
    private final AdminGate gate;
    private final SlackSender slack;

    RecordFormListener(
            List<RecordLook> looks, List<RecordChange> changes, People people, AdminGate gate, SlackSender slack) {
        this.looks = List.copyOf(looks);
        this.changes = List.copyOf(changes);
        this.people = people;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.click("record-open", gate.click(click -> slack.openModal(click.triggerId(), who(null))));
        routes.click(RecordForms.AGAIN, gate.click(click -> slack.updateModal(click.viewId(), who(click.value()))));
        routes.click(RecordForms.TURN, gate.click(this::turn));
        routes.form(RecordForms.WHO_FORM, gate.form(this::chosen));
        routes.form(RecordForms.CHANGE_FORM, gate.form(this::changed));
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

    private FormReply chosen(Form form) {
        Optional<String> person = form.input(RecordForms.WHO);
        String what = form.input(RecordForms.WHAT).orElse("");
        if (person.isEmpty()) {
            return FormReply.error(RecordForms.WHO, "Choose somebody.");
        }
        Optional<RecordLook> look =
                looks.stream().filter(each -> each.id().equals(what)).findFirst();
        if (look.isPresent()) {
            return FormReply.next(RecordForms.shown(
                    look.get().label(), person.get(), look.get().look(person.get())));
        }
        Optional<RecordChange> change = change(what);
        if (change.isEmpty()) {
            return FormReply.error(RecordForms.WHAT, "Choose what to do.");
        }
        try {
            return FormReply.next(form(change.get(), person.get(), block -> Optional.empty()));
        } catch (NotUnderstood notUnderstood) {
            return FormReply.error(RecordForms.WHO, plain(notUnderstood.getMessage()));
        }
    }

    /** A field on which others depend was chosen. */
    private void turn(Click click) {
        RecordForms.Metadata metadata = RecordForms.Metadata.fromText(click.privateMetadata());
        RecordChange change =
                change(metadata.change()).orElseThrow(() -> new IllegalArgumentException("Not a change of ours"));
        slack.updateModal(click.viewId(), form(change, metadata.person(), click::input));
    }

    /** @param soFar what stands in it already, by block id */
    private static View form(RecordChange change, String person, Function<String, Optional<String>> soFar) {
        return RecordForms.change(change.id(), change.label(), change.submit(), person, change.fields(person, soFar));
    }

    private FormReply changed(Form form) {
        RecordForms.Metadata metadata = RecordForms.Metadata.fromText(form.metadata());
        RecordChange change =
                change(metadata.change()).orElseThrow(() -> new IllegalArgumentException("Not a change of ours"));
        Deed deed;
        try {
            deed = change.change(metadata.person(), form);
        } catch (NotUnderstood notUnderstood) {
            return FormReply.error(change.field(), plain(notUnderstood.getMessage()));
        }
        if (!deed.done()) {
            return FormReply.error(
                    deed.field() == null ? change.field() : deed.field(),
                    plain(deed.words().text()));
        }
        return FormReply.next(RecordForms.changed(change.label(), deed.words()), deed.after());
    }

    private Optional<RecordChange> change(String id) {
        return changes.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private String plain(String mrkdwn) {
        return FieldWords.of(mrkdwn, people::nameOf);
    }
}
