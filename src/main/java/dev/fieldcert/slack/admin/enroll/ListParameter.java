package dev.fieldcert.slack.admin.enroll;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.FileInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.FormInput;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.TypedWords;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Forms;
import java.util.List;
import java.util.Optional;

/** A list of people, given as a file or as text. */
final class ListParameter extends Parameter<ListParameter.Source> {

    private static final String FILE = "file";

    /** Exactly one of {@code file}, which is Slack's file id, and {@code text} is null. */
    record Source(String file, String text) {}

    ListParameter() {
        super("text", "");
    }

    @Override
    protected Source typed(TypedWords words, Arguments before) {
        throw words.missing("You can’t type a list here");
    }

    @Override
    protected Source submitted(FormInput form, Arguments before) {
        Optional<String> text = form.text(id());
        List<String> files = form.files(FILE);
        if (text.isEmpty() == files.isEmpty()) {
            throw new CommandException("Give the list either as a file or as text.");
        }
        return new Source(files.stream().findFirst().orElse(null), text.orElse(null));
    }

    @Override
    protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
        PlainTextInputElement text = Forms.text(id(), null, true, 3000);
        text.setPlaceholder(Blocks.plain("email,manager_email,cohort"));
        return List.of(
                Forms.field(
                        FILE,
                        "CSV file",
                        "",
                        true,
                        FileInputElement.builder()
                                .actionId(FILE)
                                .maxFiles(1)
                                .filetypes(List.of("csv", "txt"))
                                .build()),
                Forms.field(id(), "Or the list as text", "", true, text));
    }
}
