package dev.fieldcert.slack.admin;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import java.util.List;

/** The person whom an action concerns. In Home, the person is chosen before the form opens. */
abstract class PersonParameter extends Parameter<String> {

    static final String ID = "who";

    PersonParameter(String usage) {
        super(ID, usage);
    }

    @Override
    protected String submitted(FormInput form, Arguments before) {
        return form.text(id()).orElseThrow(() -> new CommandException("Choose someone."));
    }

    @Override
    protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
        return List.of();
    }

    @Override
    protected String chosen(FormInput soFar, Arguments before) {
        return soFar.text(id()).orElse(null);
    }

    @Override
    protected String toWords(String person) {
        return Mrkdwn.person(person);
    }
}
