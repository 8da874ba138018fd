package dev.fieldcert.slack.admin.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static Roster read(String text) throws Roster.Refused {
        return Roster.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Roster.Kind.LIST, TODAY);
    }

    @Test
    void aByteOrderMarkWindowsLineEndsAndQuotesAreRead() throws Roster.Refused {
        Roster roster = read("\uFEFFEmail,Manager_Email,Cohort\r\n"
                + "\"Ada@Example.com\",mia@example.com,\"spring, \"\"27\"\"\"\r\n\r\n");

        assertThat(roster.errors()).isEmpty();
        assertThat(roster.rows())
                .containsExactly(new Roster.Row(2, "ada@example.com", "mia@example.com", "spring, \"27\"", "", null));
    }

    @Test
    void semicolonsOfOtherCountriesAreRead() throws Roster.Refused {
        assertThat(read("email;course;due\nada@example.com;applying-devops;2027-03-31\n")
                        .rows())
                .containsExactly(
                        new Roster.Row(2, "ada@example.com", "", "", "applying-devops", LocalDate.of(2027, 3, 31)));
    }

    @Test
    void aFirstLineThatNamesTheSeparatorIsObeyedAndCounted() throws Roster.Refused {
        assertThat(read("\uFEFFsep=;\r\nemail;cohort\r\nada@example.com;a,b,c\r\n")
                        .rows())
                .containsExactly(new Roster.Row(3, "ada@example.com", "", "a,b,c", "", null));
        assertThat(read("\"sep=|\"\nemail|cohort\nada@example.com|a\n").rows())
                .containsExactly(new Roster.Row(3, "ada@example.com", "", "a", "", null));
    }

    @Test
    void cellsCopiedFromASpreadsheetHaveTabsBetweenThem() throws Roster.Refused {
        assertThat(read("E-mail\tManager email\tCohort\nada@example.com\tmia@example.com\tOne\n")
                        .rows())
                .containsExactly(new Roster.Row(2, "ada@example.com", "mia@example.com", "One", "", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void excelsUnicodeTextIsRead(String charset) throws Roster.Refused {
        String text = "Email\tCohort\r\nada@example.com\tZürich\r\n";

        assertThat(Roster.read(
                                new ByteArrayInputStream(text.getBytes(java.nio.charset.Charset.forName(charset))),
                                Roster.Kind.LIST,
                                TODAY)
                        .rows())
                .containsExactly(new Roster.Row(2, "ada@example.com", "", "Zürich", "", null));
    }

    @Test
    void aPersonnelSystemsOwnFileHasOtherColumnsAndOtherNames() throws Roster.Refused {
        String text = "\"Employee ID\",\"Email - Work\",\"Manager's Email\",\"Business\nTitle\",\"Hire Date\",Due\n"
                + "17,ADA@Example.com,mia@example.com,\"Strategic Account\nLeader\",2026-10-01-07:00,2020-01-01\n"
                + "18,bob@example.com,,,,\n";

        Roster roster =
                Roster.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Roster.Kind.FEED, TODAY);

        assertThat(roster.errors()).isEmpty();
        assertThat(roster.columns())
                .containsExactlyInAnyOrder("employee_id", "email", "manager_email", "title", "start", "due");
        assertThat(roster.rows().get(0))
                .isEqualTo(new Roster.Row(
                        4,
                        "ada@example.com",
                        "mia@example.com",
                        "",
                        "",
                        null,
                        Map.of("employee_id", "17", "title", "Strategic Account Leader", "start", "2026-10-01-07:00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-01", "2026-10-01-07:00", "2026-10-01T00:00:00.000-0700", "2026-10-01 00:00:00"})
    void anIsoDateMayHaveMidnightOrAZoneBehindIt(String text) throws Roster.Refused {
        assertThat(Roster.date("start date", text)).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10/01/2026", "46112", "1.10.2026", "2026-13-01", "2026-02-30", "2026-10-01T17:00"})
    void anyOtherDateIsRefusedWithOneThatFits(String text) {
        assertThatThrownBy(() -> Roster.date("start date", text))
                .hasMessage("the start date “" + text + "” should look like 2027-03-31");
    }

    @Test
    void emptyRowsAndColumnsArePassedOver() throws Roster.Refused {
        Roster roster = read(",,\n,email,,course,\n,ada@example.com,,applying-devops,\n,,\n,,,,\n,bob@example.com\n");

        assertThat(roster.errors()).isEmpty();
        assertThat(roster.rows())
                .containsExactly(
                        new Roster.Row(3, "ada@example.com", "", "", "applying-devops", null),
                        new Roster.Row(6, "bob@example.com", "", "", "", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com\u00a0",
                "\u200bada@example.com",
                "ada@\u00adexample.com",
                "mailto:ada@example.com",
                "“ada@example.com”",
                "‘Ada@Example.com’",
                "\u2068ada@example.com\u2069",
                "Ada Brandt <ada@example.com>",
                "<mailto:ada@example.com|ada@example.com>"
            })
    void whatComesAlongWhenAnAddressIsCopiedIsTakenOff(String address) throws Roster.Refused {
        assertThat(read("email,course\n" + address + ",\u200b“applying-devops”\u00a0\n")
                        .rows())
                .containsExactly(new Roster.Row(2, "ada@example.com", "", "", "applying-devops", null));
    }

    @Test
    void aLineWithAProblemIsNamedAndTheOthersCount() throws Roster.Refused {
        Roster roster = read("email,manager_email,due\n"
                + "ada@example.com,,\n"
                + "no-address,,\n"
                + "ADA@example.com,,\n"
                + "bob@example.com,bob@example.com,\n"
                + "carl@example.com,,31.3.2027\n"
                + "dora@example.com,,2020-01-01\n"
                + "emil@example.com,,,too many\n"
                + "finn@example.com,,");

        assertThat(roster.rows()).extracting(Roster.Row::line).containsExactly(2, 9);
        assertThat(roster.errors()).extracting(Roster.LineError::line).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(roster.errors())
                .extracting(Roster.LineError::problem)
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("“no-address” isn’t an email address"),
                        problem -> assertThat(problem).contains("the same person as in line 2"),
                        problem -> assertThat(problem).contains("own manager"),
                        problem -> assertThat(problem).contains("should look like 2027-03-31"),
                        problem -> assertThat(problem).contains("isn’t in the future"),
                        problem -> assertThat(problem).contains("“too many” in a column without a name"));
    }

    @Test
    void aHeaderThatIsNoneIsRefused() {
        assertThatThrownBy(() -> read("ada@example.com,mia@example.com\n"))
                .hasMessageContaining("The first line should");
        assertThatThrownBy(() -> read("email,password\n")).hasMessageContaining("The first line should");
        assertThatThrownBy(() -> read("email,e-mail\n")).hasMessageContaining("the column `email` twice");
        assertThatThrownBy(() -> read("")).isInstanceOf(Roster.Refused.class);
    }

    @Test
    void anOpenQuotationMarkIsRefused() {
        assertThatThrownBy(() -> read("email\n\"ada@example.com\nbob@example.com\n"))
                .isInstanceOf(Roster.Refused.class);
    }

    @Test
    void latinOneIsRefusedWithWhatToDo() {
        byte[] latin = "email,cohort\nada@example.com,Fr\u00fchling\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Roster.read(new ByteArrayInputStream(latin), Roster.Kind.LIST, TODAY))
                .hasMessageContaining("CSV UTF-8");
    }

    @Test
    void aMillionRowsAreNeverReadWhole() {
        int[] read = {0};
        InputStream endless = new InputStream() {
            private final byte[] header = "email\n".getBytes(StandardCharsets.UTF_8);
            private int position;
            private long row;
            private byte[] line = header;

            @Override
            public int read() {
                if (position == line.length) {
                    line = ("p" + row++ + "@example.com\n").getBytes(StandardCharsets.UTF_8);
                    position = 0;
                }
                read[0]++;
                return line[position++];
            }
        };

        assertThatThrownBy(() -> Roster.read(endless, Roster.Kind.LIST, TODAY))
                .hasMessageContaining("more than 20,000 rows");
        assertThat(read[0]).isLessThan(1_000_000);
    }
}
