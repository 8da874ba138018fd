package dev.fieldcert.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author wrote is what Slack shows: {@code §} stands for the character of no width. */
class MrkdwnTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "Does \\*args and \\*kwargs count? ¦ Does *§args and *§kwargs count?",
                "a \\*word\\* ¦ a *§word§*",
                "a ~word~ ¦ a ~§word§~",
                "2 \\* 3 \\* 4 ¦ 2 * 3 * 4",
                "snake_case_word ¦ snake_case_word",
                "a \\`tick ¦ a `§tick",
                "これは**重要**です。 ¦ これは§*重要*§です。",
                "so **important** now ¦ so *important* now",
                "(**important**) ¦ (*important*)",
                "[all](!channel) ¦ all",
                "[x](<https://example.com/a b>) ¦ x",
                "[y](https://example.com/a|b) ¦ <https://example.com/a%7Cb|y>",
                "[z](https://example.com/) ¦ <https://example.com/|z>",
                "[m](mailto:a@example.com) ¦ <mailto:a@example.com|m>"
            })
    void marksAndLinksReadAsTheirAuthorWroteThem(String markdown, String mrkdwn) {
        assertThat(Mrkdwn.of(markdown).replace("\u200b", "§")).isEqualTo(mrkdwn);
    }
}
