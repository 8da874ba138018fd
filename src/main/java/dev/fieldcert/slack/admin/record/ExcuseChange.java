package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.certification.ExcuseObjective;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets somebody off an objective. */
@Component
@Order(3)
class ExcuseChange implements RecordChange {

    private final ExcuseObjective excuseObjective;
    private final Programs programs;
    private final RecordMenus menus;
    private final OutboxRelay delivery;

    ExcuseChange(ExcuseObjective excuseObjective, Programs programs, RecordMenus menus, OutboxRelay delivery) {
        this.excuseObjective = excuseObjective;
        this.programs = programs;
        this.menus = menus;
        this.delivery = delivery;
    }

    CommandResult excuse(String person, String course, String objective, String by, String reason) {
        var excused = excuseObjective.excuse(person, course, objective, by, reason);
        String title = programs.current()
                .course(course)
                .flatMap(known -> known.objective(objective))
                .map(Objective::title)
                .orElse(objective);
        boolean aboutTheReason = excused.result() instanceof ExcuseObjective.Outcome.NoReason
                || excused.result() instanceof ExcuseObjective.Outcome.ReasonTooLong;
        return new CommandResult(
                RecordMessages.excused(excused.result(), person, menus.title(course), title),
                excused.result() instanceof ExcuseObjective.Outcome.Excused,
                aboutTheReason ? RecordForms.REASON : null,
                () -> delivery.deliver(excused));
    }

    @Override
    public String id() {
        return "excuse";
    }

    @Override
    public String label() {
        return "Excuse an objective";
    }

    @Override
    public String field() {
        return RecordForms.TARGET;
    }

    /** Which objectives there are depends on the course. */
    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        List<OptionObject> courses = menus.courses(person);
        Optional<String> chosen =
                courses.size() == 1 ? Optional.of(courses.get(0).getValue()) : soFar.apply(RecordForms.TARGET);
        List<LayoutBlock> fields = new ArrayList<>();
        fields.add(RecordForms.turningMenu(RecordForms.TARGET, RecordForms.TURN, "Course", courses, chosen));
        chosen.ifPresent(course -> {
            List<OptionObject> open = menus.objectivesOpen(person, course);
            fields.add(
                    open.isEmpty()
                            ? RecordForms.nothingOpen()
                            : RecordForms.menu(RecordForms.objectiveField(course), "Objective", open));
        });
        fields.add(RecordForms.reason("Kept in the record, and the learner reads it.", false));
        return fields;
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        String course = form.input(RecordForms.TARGET).orElse("");
        return excuse(
                person,
                course,
                form.input(RecordForms.objectiveField(course))
                        .orElseThrow(() -> new CommandException("Choose a course that has an objective to excuse.")),
                form.person(),
                form.input(RecordForms.REASON).orElse(""));
    }
}
