package dev.fieldcert.slack.admin.program;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which version is taught, and what the linter says of it. */
@Component
@Order(50)
class ProgramAction implements AdminAction {

    private final Programs programs;

    ProgramAction(Programs programs) {
        this.programs = programs;
    }

    @Override
    public Description description() {
        return new Description(
                "program", "Program", "which version is taught, and what the linter says of it", Place.PROGRAM);
    }

    @Override
    public Rights rights() {
        return Rights.AUTHOR;
    }

    @Override
    public CommandResult run(Arguments arguments) {
        return CommandResult.shown(ProgramMessages.program(programs.current(), programs.problems()));
    }
}
