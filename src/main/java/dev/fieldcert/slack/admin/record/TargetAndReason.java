package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.util.List;

/** What the form of a change to one path or course says: which one, and why. */
record TargetAndReason(String target, String reason) {

    static List<LayoutBlock> fields(String label, List<OptionObject> targets) {
        return List.of(
                RecordForms.menu(RecordForms.TARGET, label, targets), RecordForms.reason("Kept in the record.", true));
    }

    static TargetAndReason of(ViewSubmission form) {
        return new TargetAndReason(
                form.input(RecordForms.TARGET).orElse(""),
                form.input(RecordForms.REASON).orElse(""));
    }
}
