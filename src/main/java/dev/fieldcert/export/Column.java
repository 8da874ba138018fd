package dev.fieldcert.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param value reads the cell from a row; returns null for an empty cell
 */
public record Column<R>(String name, Type type, Function<R, ?> value) {

    /** The type of the cells. */
    public enum Type {
        TEXT,
        NUMBER,
        YES_NO,
        DAY,
        MOMENT,
        LIST
    }

    static <R> Column<R> text(String name, Function<R, String> value) {
        return new Column<>(name, Type.TEXT, value);
    }

    static <R> Column<R> number(String name, Function<R, ? extends Number> value) {
        return new Column<>(name, Type.NUMBER, value);
    }

    static <R> Column<R> yesNo(String name, Function<R, Boolean> value) {
        return new Column<>(name, Type.YES_NO, value);
    }

    static <R> Column<R> day(String name, Function<R, LocalDate> value) {
        return new Column<>(name, Type.DAY, value);
    }

    static <R> Column<R> moment(String name, Function<R, Instant> value) {
        return new Column<>(name, Type.MOMENT, value);
    }

    static <R> Column<R> list(String name, Function<R, List<String>> value) {
        return new Column<>(name, Type.LIST, value);
    }
}
