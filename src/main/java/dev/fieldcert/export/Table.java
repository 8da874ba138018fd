package dev.fieldcert.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table that can be exported.
 *
 * @param name as typed in a command
 * @param rows streams the rows
 */
public record Table<R>(String name, List<Column<R>> columns, Function<Source, Stream<R>> rows) {

    public Table {
        columns = List.copyOf(columns);
    }
}
