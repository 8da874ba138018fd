package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A change to one person's record, the same by command and in the form of Home. */
public interface RecordChange {

    /** The form knows it by this. */
    String id();

    /** What it does, in at most 24 characters. */
    String label();

    /** What its form's button says, in at most 24 characters. */
    default String submit() {
        return "Save";
    }

    /**
     * Its fields for this person.
     *
     * @param soFar what stands in the form already, by block id
     * @throws NotUnderstood when there is nothing of theirs to change
     */
    List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar);

    /** The field below which a refusal is said, by block id; always there. */
    String field();

    /** @throws NotUnderstood when the form says something that cannot be done */
    CommandResult change(String person, ViewSubmission form);
}
