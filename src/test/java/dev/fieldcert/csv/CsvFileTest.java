package dev.fieldcert.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    private static String written(Object... cells) {
        StringWriter out = new StringWriter();
        try (CsvFile csv = new CsvFile(out, List.of("a"))) {
            csv.write(Arrays.asList(cells));
        }
        return out.toString().substring("\uFEFFa\r\n".length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"=1+1|'=1+1", "+49|'+49", "-2|'-2", "@SUM(A1)|'@SUM(A1)", "Ada|Ada", "a=b|a=b"})
    void aCellThatIsAFormulaToASpreadsheetBecomesText(String cell, String safe) {
        assertThat(CsvFile.safe(cell)).isEqualTo(safe);
        assertThat(written(cell)).isEqualTo(safe + "\r\n");
    }

    @Test
    void tabsAndReturnsInFrontAreNoWayAround() {
        assertThat(CsvFile.safe("\t=1")).isEqualTo("'\t=1");
        assertThat(CsvFile.safe("\r=1")).isEqualTo("'\r=1");
    }

    @Test
    void numbersStayNumbersAndNothingIsAnEmptyCell() {
        assertThat(written(-2, null, "", "b")).isEqualTo("-2,,,b\r\n");
    }

    @Test
    void aFileBeginsWithTheMarkThatItsReadersSkip(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.csv");
        try (CsvFile csv = CsvFile.create(file, List.of("a", "b"))) {
            csv.write(List.of("zoë", 1));
            assertThat(csv.rows()).isEqualTo(1);
        }

        assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
        for (String text : List.of(Files.readString(file, StandardCharsets.UTF_8), "a,b\r\nzoë,1\r\n")) {
            StringReader reader = new StringReader(text);
            CsvFile.skipByteOrderMark(reader);
            StringWriter rest = new StringWriter();
            reader.transferTo(rest);
            assertThat(rest).hasToString("a,b\r\nzoë,1\r\n");
        }
    }
}
