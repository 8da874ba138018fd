package dev.fieldcert.slack.admin.report;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.Table;
import dev.fieldcert.team.admin.Report;
import dev.fieldcert.team.admin.ReportRow;
import java.util.ArrayList;
import java.util.List;

/** Renders the report's screens. */
final class ReportMessages {

    /** This many rows fit into a block's 3,000 characters, however long the names are. */
    private static final int ROWS_A_BLOCK = 15;

    private static final List<String> HEADER = List.of("Who", "Course", "Done", "Due", "Standing");

    private ReportMessages() {}

    static SlackMessage page(Report.Page page) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Progress report"));
        if (page.rows().isEmpty()) {
            blocks.add(text("Nobody is enrolled" + (page.learners() == 0 ? " yet." : " on this page.")));
        }
        for (int from = 0; from < page.rows().size(); from += ROWS_A_BLOCK) {
            List<List<String>> table = new ArrayList<>();
            table.add(HEADER);
            page.rows()
                    .subList(from, Math.min(from + ROWS_A_BLOCK, page.rows().size()))
                    .forEach(row -> table.add(cells(row)));
            blocks.add(text(Table.lines(table)));
        }
        List<BlockElement> buttons = new ArrayList<>();
        page.next().ifPresent(next -> buttons.add(button("Next page", "report-page", next)));
        if (page.learners() > 0) {
            buttons.add(AdminForms.button("Everything as CSV", "report", "csv"));
            blocks.add(actions(buttons));
            blocks.add(note(Sentences.count(page.learners(), "learner", "learners") + " in all, sorted by Slack ID."));
        }
        return SlackMessage.of(blocks);
    }

    private static List<String> cells(ReportRow row) {
        String name = row.name() == null || row.name().isBlank() ? row.learner() : row.name();
        return List.of(
                cell(name, 20),
                cell(row.title(), 28),
                Math.round(row.share() * 100) + "%",
                row.due() == null ? "–" : row.due().toString(),
                row.standing().words());
    }

    /** Removes everything from a person's words that could be markup or a mention. */
    private static String cell(String words, int most) {
        return cut(words.replaceAll("[<>&`*_~\\p{Cntrl}]", " "), most);
    }

    /** @param title the title of the file */
    static SlackMessage written(String title, long rows) {
        return SlackMessage.note("✅ *" + title + "*: " + Sentences.count(rows, "row", "rows") + ", in the file below.");
    }

    static SlackMessage canceled(String title) {
        return SlackMessage.note("*" + title + "* was canceled. Nothing was kept.");
    }
}
