package dev.fieldcert.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "- 5 % ¦ - 5 %",
                "+ 5 % ¦ + 5 %",
                "* a star ¦ * a star",
                "# of deals ¦ # of deals",
                "1) x ¦ 1) x",
                "1. x ¦ 1. x",
                "> 5 ¦ &gt; 5",
                "--- ¦ ---",
                "*all* of **them** ¦ _all_ of *them*",
                "-5 % ¦ -5 %",
                "1.5 ¦ 1.5",
                "2027 ¦ 2027"
            })
    void anOptionReadsAsItsAuthorWroteIt(String markdown, String mrkdwn) {
        assertThat(Mrkdwn.line(markdown)).isEqualTo(mrkdwn);
    }
}
