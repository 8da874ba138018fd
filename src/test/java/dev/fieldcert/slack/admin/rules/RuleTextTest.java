package dev.fieldcert.slack.admin.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.slack.admin.enroll.Roster;
import dev.fieldcert.slack.admin.rules.RuleText.NotUnderstood;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static Roster.Row row(String heading, String cells) throws Roster.Refused {
        String text = "email," + heading + "\nada@example.com," + cells + "\n";
        return Roster.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Roster.Kind.FEED, TODAY)
                .rows()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "title contains \"Strategic Account\" → pipeline, due 90 days after start§title contains \"Strategic Account\" → pipeline, due 90 days after start",
                "Business Title contains “strategic account” -> pipeline due 90 days after the start date§title contains \"strategic account\" → pipeline, due 90 days after start",
                "everyone in <#C1> → sal, due 2027-03-31§in <#C1|C1> → sal, due 2027-03-31",
                "in #ams-sal => sal§in #ams-sal → sal",
                "in <!subteam^S1> --> sal, due 1 day after joining§in <!subteam^S1|@S1> → sal, due 1 day after joining",
                "in @sal-emea and profile title is not \"Intern and Student\" → \"Applying DevOps\"§in @sal-emea and profile title is not \"Intern and Student\" → Applying DevOps",
                "Everybody → sal§everyone → sal",
                "profile Xf0123ABCD = \"AMS\" → sal§profile Xf0123ABCD is \"AMS\" → sal",
                "Cost Center starts with \"7\" and region ends with \"EMEA\" → sal§cost_center starts with \"7\" and region ends with \"EMEA\" → sal",
            })
    void aRuleIsReadAndWrittenAsItWillBeReadAgain(String written, String read) throws NotUnderstood {
        RuleText rule = RuleText.of(written);

        assertThat(rule).hasToString(read);
        assertThat(RuleText.of(rule.toString())).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "in #sales pipeline§A rule says who",
                "→ pipeline§A rule says who",
                "in #sales →§A rule says who",
                "title like \"x\" → sal§I don’t understand `title like \"x\"`",
                "title contains \"\" → sal§I don’t understand",
                "in sales → sal§I don’t understand `in sales`",
                "profile phone is \"1\" → sal§From a Slack profile, I can read",
                "in #sales → sal, due 03/31/2027§A due date is a day like",
                "in #sales → sal, due 9999 days after joining§A due date is a day like",
                "in #sales → sal, due 90 days after start§Only the roster has start dates. Write `due 90 days after joining`.",
                "in #sales and region is \"EMEA\" → sal§A rule can read either roster columns or Slack",
            })
    void whatIsNoRuleIsRefusedWithWhatToWrite(String written, String why) {
        assertThatThrownBy(() -> RuleText.of(written))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageStartingWith(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title contains \"STRATEGIC  account\"",
                "title starts with \"senior\"",
                "title ends with \"(EMEA)\"",
                "title is \"Senior Strategic Account Leader (EMEA)\"",
                "title is not \"Intern\"",
                "email ends with \"@example.com\"",
                "title contains \"leader\" and email is \"ada@example.com\""
            })
    void conditionsHoldWhateverTheCaseAndTheSpaces(String conditions) throws NotUnderstood, Roster.Refused {
        assertThat(RuleText.of(conditions + " → sal")
                        .holds(row("Job Title", "Senior Strategic  Account Leader (EMEA)")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title is \"Strategic\"", "region is \"x\"", "title contains \"Leader\" and region is \"x\""})
    void allConditionsMustHoldAndAnEmptyCellIsNoValue(String conditions) throws NotUnderstood, Roster.Refused {
        assertThat(RuleText.of(conditions + " → sal").holds(row("title,region", "Strategic Leader,")))
                .isFalse();
    }

    @Test
    void aDueDateCountsFromTheStartOrFromToday() throws NotUnderstood {
        LocalDate start = LocalDate.of(2026, 10, 1);

        assertThat(RuleText.of("title is \"x\" → sal, due 90 days after start")
                        .due()
                        .from(TODAY, start))
                .isEqualTo(LocalDate.of(2026, 12, 30));
        assertThat(RuleText.of("in #x → sal, due 90 days after joining").due().from(TODAY, null))
                .isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(RuleText.of("in #x → sal").due().from(TODAY, null)).isNull();
    }
}
