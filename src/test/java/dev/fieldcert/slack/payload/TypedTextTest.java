package dev.fieldcert.slack.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "R&amp;D ¦ R&D",
                "&lt;50k ¦ <50k",
                "A &gt; B -&gt; C ¦ A > B -> C",
                "&amp;lt; ¦ &lt;",
                "<http://gitlab.com|gitlab.com> ¦ gitlab.com",
                "<https://example.com/?a=1&amp;b=2> ¦ https://example.com/?a=1&b=2",
                "see <https://example.com/long|the docs> ¦ see the docs (https://example.com/long)",
                "<mailto:ada@example.com|ada@example.com> ¦ ada@example.com",
                "<tel:+4930123|+49 30 123> ¦ +49 30 123 (+4930123)",
                "<tel:+4930123|+4930123> ¦ +4930123",
                "<@U1> and <#C1|west> and <!here> ¦ <@U1> and <#C1|west> and <!here>",
                "*help* ¦ help",
                "_*help*_ ¦ help",
                "`kubectl get` ¦ kubectl get",
                "```x``` ¦ x",
                "*a* and *b* ¦ *a* and *b*",
                "__init__ ¦ __init__",
                "*args ¦ *args",
                "2 * 3 * 4 ¦ 2 * 3 * 4"
            })
    void itIsWhatWasTyped(String sent, String typed) {
        assertThat(TypedText.of(sent)).isEqualTo(typed);
    }

    @Test
    void invisibleCharactersAndOtherSpacesMakeNoDifference() {
        assertThat(TypedText.of("\u2068help\u200b\u2069\u00a0")).isEqualTo("help");
        assertThat(TypedText.of("remind me at 9:30\u202fAM")).isEqualTo("remind me at 9:30 AM");
        assertThat(TypedText.of(null)).isEmpty();
    }

    @Test
    void whatJoinsEmojiAndLettersStays() {
        assertThat(TypedText.of("👩\u200d💻 می\u200cخواهم")).isEqualTo("👩\u200d💻 می\u200cخواهم");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“forecasting”",
                "*forecasting*",
                "\"forecasting\"",
                "`forecasting`",
                "forecasting.",
                "„forecasting“"
            })
    void aNameIsReadWithoutTheMarksAroundIt(String typed) {
        assertThat(TypedText.bare(typed)).isEqualTo("forecasting");
    }
}
