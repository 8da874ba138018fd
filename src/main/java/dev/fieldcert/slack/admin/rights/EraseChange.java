package dev.fieldcert.slack.admin.rights;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.record.RecordChange;
import dev.fieldcert.slack.admin.record.RecordForms;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Erases somebody, whether they have asked for it or not. */
@Component
@Order(10)
class EraseChange implements RecordChange {

    private final ErasePerson erasePerson;
    private final ErasureRequests requests;

    EraseChange(ErasePerson erasePerson, ErasureRequests requests) {
        this.erasePerson = erasePerson;
        this.requests = requests;
    }

    @Override
    public String id() {
        return "erase";
    }

    @Override
    public String label() {
        return "Erase everything";
    }

    @Override
    public String submit() {
        return "Erase for good";
    }

    @Override
    public String field() {
        return RecordForms.REASON;
    }

    /** For anybody: traces of those who are no learners are erased as well. */
    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        return List.of(
                RightsMessages.whatIsErased(requests.of(person).isPresent()),
                RecordForms.reason("Kept in the audit, without what names them.", false),
                RecordForms.sure("I am sure: nobody can bring it back"));
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        Optional<String> reason = form.input(RecordForms.REASON);
        if (reason.isEmpty()) {
            return new CommandResult(SlackMessage.note("Give a reason."), false, RecordForms.REASON, () -> {});
        }
        if (form.input(RecordForms.SURE).isEmpty()) {
            return new CommandResult(
                    SlackMessage.note("Tick the box when you are sure."), false, RecordForms.SURE, () -> {});
        }
        return CommandResult.of(
                RightsMessages.begun(), true, () -> erasePerson.begin(person, form.person(), reason.get()));
    }
}
