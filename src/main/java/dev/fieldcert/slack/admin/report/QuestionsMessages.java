package dev.fieldcert.slack.admin.report;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.csv.CsvFile;
import dev.fieldcert.search.asked.AskedQuestion;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Renders the questions that the lessons could not answer. */
final class QuestionsMessages {

    private static final int SHOWN = 20;
    private static final List<String> COLUMNS =
            List.of("question", "asked", "not_found", "helped", "did_not_help", "last_asked_at");

    private QuestionsMessages() {}

    static SlackMessage open(List<AskedQuestion> questions) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Open questions"));
        if (questions.isEmpty()) {
            blocks.add(text("No open questions: the lessons have answered everything so far."));
            return SlackMessage.of(blocks);
        }
        for (AskedQuestion question : questions.subList(0, Math.min(SHOWN, questions.size()))) {
            blocks.add(text("*" + Sentences.quoted(question.text()) + "*\n" + counts(question)));
        }
        blocks.add(actions(AdminForms.button("Everything as CSV", "questions", "csv")));
        blocks.add(
                note(
                        Sentences.count(questions.size(), "question", "questions")
                                + " in all; similar ones are grouped, and there are no names. To answer one, add a card, or add its wording under `asked-as:`."));
        return SlackMessage.of(blocks);
    }

    private static String counts(AskedQuestion question) {
        List<String> counts = new ArrayList<>();
        counts.add("asked " + Sentences.count(question.asked(), "time", "times"));
        if (question.notFound() > 0) {
            counts.add("nothing found " + Sentences.count(question.notFound(), "time", "times"));
        }
        if (question.rejected() > 0) {
            counts.add("didn’t help " + Sentences.count(question.rejected(), "time", "times"));
        }
        if (question.helped() > 0) {
            counts.add("helped " + Sentences.count(question.helped(), "time", "times"));
        }
        return String.join(" · ", counts);
    }

    /** The content of a CSV file. */
    static byte[] csv(List<AskedQuestion> questions) {
        StringWriter text = new StringWriter();
        try (CsvFile csv = new CsvFile(text, COLUMNS)) {
            for (AskedQuestion question : questions) {
                csv.write(List.of(
                        question.text(),
                        question.asked(),
                        question.notFound(),
                        question.helped(),
                        question.rejected(),
                        question.at().truncatedTo(ChronoUnit.SECONDS)));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
