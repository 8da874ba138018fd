package dev.fieldcert.slack.admin.program;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the version that is being taught, and the linter's findings. */
@Component
@Order(50)
class ProgramAction extends AdminAction {

    ProgramAction(Programs programs) {
        super("program", "Program", "the live version, and any problems with it", Place.PROGRAM);
        isAlsoForAuthors();
        does(said -> CommandResult.shown(ProgramMessages.program(programs.current(), programs.problems())));
    }
}
