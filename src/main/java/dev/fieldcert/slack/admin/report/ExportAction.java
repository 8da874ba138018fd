package dev.fieldcert.slack.admin.report;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.export.Exporter;
import dev.fieldcert.export.Format;
import dev.fieldcert.export.Table;
import dev.fieldcert.export.Tables;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.FormInput;
import dev.fieldcert.slack.admin.MenuParameter;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.TypedWords;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Forms;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Exports the records of one kind as a file in the admin's DM. */
@Component
@Order(43)
class ExportAction extends AdminAction {

    private static final String PROGRAM = "program";
    private static final String NDJSON = "ndjson";
    private static final String NAMES = Tables.ALL.stream().map(Table::name).collect(Collectors.joining("|"));

    private final Exporter exporter;
    private final AuditTrail audit;
    private final ReportUpload uploads;

    ExportAction(Exporter exporter, AuditTrail audit, ReportUpload uploads) {
        super("export", "Export", "one kind of data as a CSV or NDJSON file", Place.REPORTS);
        this.exporter = exporter;
        this.audit = audit;
        this.uploads = uploads;
        var table = takes(new MenuParameter(
                "table",
                NAMES,
                "What",
                before -> options(),
                (word, before) -> table(word).name()));
        var since = takes(new Since());
        var asNdjson = takes(Parameter.flag(NDJSON));
        submit("Export");
        form(fields -> Stream.concat(
                        fields.stream(),
                        Stream.of(Blocks.note(
                                "I’ll send a CSV file with names in our DM. The audit log notes the export.")))
                .toList());
        does(said -> {
            Table<?> wanted = table(said.get(table));
            Optional<LocalDate> from = said.find(since);
            audit.note(
                    PROGRAM,
                    said.by(),
                    AuditedAction.of(AuditedAction.Code.EXPORTED, wanted.name()).on(from.orElse(null)),
                    "");
            Format format = said.get(asNdjson) ? Format.NDJSON : Format.CSV;
            return CommandResult.inDm(() -> write(said.by(), wanted, from, format));
        });
    }

    private static List<OptionObject> options() {
        return Tables.ALL.stream()
                .map(table -> Blocks.option(Sentences.capital(table.name()), table.name()))
                .toList();
    }

    private static Table<?> table(String word) {
        return Tables.named(word)
                .orElseThrow(() -> new CommandException("I can’t export " + Sentences.quoted(word) + ". You can export "
                        + Tables.ALL.stream()
                                .map(each -> "`" + each.name() + "`")
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private void write(String person, Table<?> table, Optional<LocalDate> since, Format format) {
        uploads.start(
                person,
                new ReportUpload.Report(
                        "Exporting the " + table.name(),
                        table.name(),
                        format.ending(),
                        Sentences.capital(table.name()),
                        since.map(day -> "Since " + Dates.date(day) + ".").orElse("Everything since the first day.")),
                (file, progress) -> exporter.write(table, since, format, file, () -> {
                    progress.step();
                    return !progress.isCanceled();
                }));
    }

    /** A day after the word {@code since}; null if it is missing. */
    private static final class Since extends Parameter<LocalDate> {

        Since() {
            super("since", "[since <2026-01-31>]");
        }

        private static LocalDate day(String words) {
            try {
                return LocalDate.parse(words);
            } catch (DateTimeParseException noDay) {
                throw new CommandException(
                        "I couldn’t read " + Sentences.quoted(words) + " as a day. Write it like `2026-01-31`.");
            }
        }

        @Override
        protected LocalDate typed(TypedWords words, Arguments before) {
            return words.take("since") ? day(words.word().orElse("")) : null;
        }

        @Override
        protected LocalDate submitted(FormInput form, Arguments before) {
            return form.text(id()).map(Since::day).orElse(null);
        }

        @Override
        protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
            return List.of(Forms.field(id(), "Since", "Leave blank for everything.", true, Forms.date(id())));
        }
    }
}
