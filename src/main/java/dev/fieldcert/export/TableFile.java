package dev.fieldcert.export;

import dev.fieldcert.csv.CsvFile;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Writes a table row by row: as CSV for a spreadsheet, or as one JSON object per line for a program. */
final class TableFile {

    private static final String BETWEEN = " | ";
    private static final JsonProvider JSON = JsonProvider.provider();

    private TableFile() {}

    /**
     * @param goOn called after each row; the export ends early when it returns false
     * @return number of rows written
     */
    static <R> long write(Table<R> table, Source source, Format format, Path file, BooleanSupplier goOn) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                Stream<R> rows = table.rows().apply(source)) {
            RowWriter<R> writer = format == Format.CSV ? csv(table, out) : ndjson(table, out);
            long written = 0;
            boolean more = true;
            for (Iterator<R> each = rows.iterator(); more && each.hasNext(); ) {
                writer.write(each.next());
                written++;
                more = goOn.getAsBoolean();
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface RowWriter<R> {
        void write(R row) throws IOException;
    }

    private static <R> RowWriter<R> csv(Table<R> table, Writer out) {
        CsvFile csv =
                new CsvFile(out, table.columns().stream().map(Column::name).toList());
        return row -> csv.write(
                table.columns().stream().map(column -> cell(column, row)).toList());
    }

    private static <R> Object cell(Column<R> column, R row) {
        Object value = column.value().apply(row);
        if (value == null) {
            return "";
        }
        return switch (column.type()) {
            case TEXT -> value;
            case LIST -> String.join(BETWEEN, strings(value));
            case YES_NO -> (Boolean) value ? "yes" : "no";
            case MOMENT -> moment(value);
            case NUMBER -> number((Number) value);
            case DAY -> value.toString();
        };
    }

    private static <R> RowWriter<R> ndjson(Table<R> table, Writer out) {
        return row -> {
            JsonObjectBuilder line = JSON.createObjectBuilder();
            for (Column<R> column : table.columns()) {
                add(line, column, column.value().apply(row));
            }
            out.write(line.build().toString());
            out.write('\n');
        };
    }

    private static void add(JsonObjectBuilder line, Column<?> column, Object value) {
        String name = column.name();
        if (value == null) {
            line.addNull(name);
            return;
        }
        switch (column.type()) {
            case TEXT -> line.add(name, (String) value);
            case DAY -> line.add(name, value.toString());
            case MOMENT -> line.add(name, moment(value));
            case YES_NO -> line.add(name, (Boolean) value);
            case NUMBER -> {
                if (value instanceof Double fraction) {
                    line.add(name, Math.round(fraction * 10_000) / 10_000.0);
                } else {
                    line.add(name, ((Number) value).longValue());
                }
            }
            case LIST -> line.add(name, JSON.createArrayBuilder(strings(value)));
        }
    }

    private static List<String> strings(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    private static String moment(Object value) {
        return ((Instant) value).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Writes a fraction with four decimals, and a count with none. */
    private static Number number(Number value) {
        return value instanceof Double fraction
                ? BigDecimal.valueOf(fraction).setScale(4, RoundingMode.HALF_UP)
                : value.longValue();
    }
}
