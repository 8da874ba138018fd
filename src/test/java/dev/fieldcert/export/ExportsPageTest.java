package dev.fieldcert.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/exports.md} has every column of every table, in its order and with its type. */
class ExportsPageTest {

    private static final Pattern COLUMN = Pattern.compile("\\| `(\\w+)` \\| ([a-z ]+) \\| (.+) \\|");

    @Test
    void thePageIsTheDictionaryOfTheColumns() throws IOException {
        String page = Files.readString(Path.of("docs/exports.md"));

        assertThat(Pattern.compile("^## (.+)$", Pattern.MULTILINE)
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyElementsOf(Tables.ALL.stream().map(Table::name).toList());
        for (Table<?> table : Tables.ALL) {
            String section = page.substring(page.indexOf("\n## " + table.name() + "\n") + 1)
                    .split("\n## ")[0];
            assertThat(COLUMN.matcher(section)
                            .results()
                            .map(ExportsPageTest::entry)
                            .collect(Collectors.toList()))
                    .as(table.name())
                    .containsExactlyElementsOf(table.columns().stream()
                            .map(column -> column.name() + ": " + words(column.type()))
                            .toList());
        }
    }

    private static String entry(MatchResult row) {
        return row.group(1) + ": " + row.group(2);
    }

    private static String words(Column.Type type) {
        return type == Column.Type.YES_NO ? "yes or no" : type.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void sinceCountsForTheLastColumn() {
        assertThat(Tables.ALL)
                .allSatisfy(table -> assertThat(
                                table.columns().get(table.columns().size() - 1).type())
                        .isEqualTo(Column.Type.MOMENT));
    }
}
