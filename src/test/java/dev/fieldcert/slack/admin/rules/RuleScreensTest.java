package dev.fieldcert.slack.admin.rules;

import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.admin.enroll.EnrollMessages;
import dev.fieldcert.slack.admin.enroll.Tally;
import dev.fieldcert.slack.blockkit.Golden;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules, as they look. */
class RuleScreensTest {

    private static final Rule AMS = new Rule(
            "ams",
            "in <#C1|ams-sal> and profile title contains \"R&D\" → pipeline, due 90 days after joining",
            "U0LINUS",
            SomeCourse.NOW,
            Rule.State.PROPOSED,
            "p1");
    private static final Rule SAL = new Rule(
            "sal",
            "title contains \"Strategic Account\" → pipeline, due 90 days after start",
            "U0LINUS",
            SomeCourse.NOW,
            Rule.State.ACTIVE,
            "p2");
    private static final Rule EMEA = new Rule(
            "emea", "in <!subteam^S1|@sal-emea> → pipeline", "U0LINUS", SomeCourse.NOW, Rule.State.PAUSED, "p3");

    @Test
    void aDryRun() {
        Golden.assertMatches(
                "admin/rule-dry-run-nobody",
                EnrollMessages.dryRun(
                        new Tally(),
                        "Pipeline",
                        LocalDate.of(2027, 3, 31),
                        RuleMessages.question(AMS, 0, List.of("C1"))));
    }

    @Test
    void theList() {
        Golden.assertMatches("admin/rules-none", RuleMessages.list(List.of(), Map.of()));
        Golden.assertMatches(
                "admin/rules", RuleMessages.list(List.of(AMS, EMEA, SAL), Map.of("sal", 1234L, "emea", 1L)));
        Golden.assertMatches("admin/rule-started", RuleMessages.started(SAL));
    }
}
