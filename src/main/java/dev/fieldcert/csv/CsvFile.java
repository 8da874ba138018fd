package dev.fieldcert.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table for a spreadsheet, written row by row: RFC 4180, UTF-8 with a byte order mark, CR LF line ends. Text that a
 * spreadsheet would treat as a formula is prefixed with an apostrophe (OWASP: CSV injection).
 */
public final class CsvFile implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;
    private long rows;

    /**
     * Writes the header immediately.
     *
     * @param out is closed with this file
     */
    public CsvFile(Writer out, List<String> columns) {
        try {
            out.write(BYTE_ORDER_MARK);
            printer = new CSVPrinter(
                    out,
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader(columns.toArray(String[]::new))
                            .get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file if it exists. */
    public static CsvFile create(Path file, List<String> columns) {
        try {
            return new CsvFile(Files.newBufferedWriter(file, StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param cells in the order of the columns. Only strings are escaped; numbers and dates are written as they are. A null is an empty cell. */
    public void write(List<?> cells) {
        try {
            for (Object cell : cells) {
                printer.print(cell instanceof String text ? safe(text) : cell);
            }
            printer.println();
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of rows written so far, without the header. */
    public long rows() {
        return rows;
    }

    /** Skips the byte order mark at the beginning of a file, if there is one. The reader must support marks. */
    public static void skipByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    static String safe(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() {
        try {
            printer.close(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
