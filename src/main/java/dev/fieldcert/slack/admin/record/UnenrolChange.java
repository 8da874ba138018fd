package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.learner.Unenrol;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.admin.Deed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes somebody out of a path or a course. */
@Component
@Order(4)
class UnenrolChange implements RecordChange {

    private final Unenrol unenrol;
    private final RecordMenus menus;
    private final OwedDelivery delivery;

    UnenrolChange(Unenrol unenrol, RecordMenus menus, OwedDelivery delivery) {
        this.unenrol = unenrol;
        this.menus = menus;
        this.delivery = delivery;
    }

    Deed unenrol(String person, String target, String by, String reason) {
        var left = unenrol.unenrol(person, target, by, reason);
        return Deed.of(
                RecordMessages.unenrolled(left.result(), person, menus.title(target)),
                left.result() instanceof Unenrol.Outcome.Unenrolled,
                () -> delivery.deliver(left));
    }

    @Override
    public String id() {
        return "unenrol";
    }

    @Override
    public String label() {
        return "Unenrol";
    }

    @Override
    public String field() {
        return RecordForms.TARGET;
    }

    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        return TargetAndReason.fields("Path or course", menus.underWay(person));
    }

    @Override
    public Deed change(String person, Form form) {
        TargetAndReason said = TargetAndReason.of(form);
        return unenrol(person, said.target(), form.person(), said.reason());
    }
}
