package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.learner.enrollment.MoveDueDate;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Due;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Moves a due date, or takes it away. */
@Component
@Order(1)
class DueChange implements RecordChange {

    private final MoveDueDate moveDueDate;
    private final RecordMenus menus;
    private final OutboxRelay delivery;
    private final Clock clock;

    DueChange(MoveDueDate moveDueDate, RecordMenus menus, OutboxRelay delivery, Clock clock) {
        this.moveDueDate = moveDueDate;
        this.menus = menus;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** @param due null for none */
    CommandResult move(String person, String target, LocalDate due, String by, String reason) {
        var moved = moveDueDate.move(person, target, due, by, reason);
        return CommandResult.of(
                RecordMessages.moved(moved.result(), person, menus.title(target), due),
                moved.result() instanceof MoveDueDate.Outcome.Moved,
                () -> delivery.deliver(moved));
    }

    /** @throws NotUnderstood when it is no day that somebody can be due on */
    LocalDate day(String words) {
        return Due.read(words, clock.instant());
    }

    @Override
    public String id() {
        return "due";
    }

    @Override
    public String label() {
        return "Move a due date";
    }

    @Override
    public String field() {
        return RecordForms.DUE;
    }

    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        List<LayoutBlock> fields = new ArrayList<>();
        fields.add(RecordForms.menu(RecordForms.TARGET, "Path or course", menus.underWay(person)));
        fields.addAll(RecordForms.due());
        fields.add(RecordForms.reason("Kept in the record.", true));
        return fields;
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        Optional<LocalDate> due = form.input(RecordForms.DUE).map(this::day);
        boolean none = form.input(RecordForms.NO_DUE).isPresent();
        if (due.isPresent() == none) {
            throw new CommandException(none ? "A day, or no due date: choose one of them." : "Choose a day.");
        }
        return move(
                person,
                form.input(RecordForms.TARGET).orElse(""),
                due.orElse(null),
                form.person(),
                form.input(RecordForms.REASON).orElse(""));
    }
}
