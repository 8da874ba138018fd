package dev.fieldcert.slack.drip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.preferences.RaiseBudget;
import dev.fieldcert.learner.enrollment.AnswerDueRequest;
import dev.fieldcert.learner.enrollment.AskForLaterDue;
import dev.fieldcert.learner.plan.DueAtRisk;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A due date at risk: the choices, and what comes of each. */
class DueScreensTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 20);
    private static final LocalDate LATER = LocalDate.of(2026, 11, 30);
    private static final When WHEN = When.in("Europe/Berlin", SomeCourse.NOW);
    private static final AnswerDueRequest.ScheduleRequest WISH =
            new AnswerDueRequest.ScheduleRequest("U0ADA", "plans", DUE, LATER);

    private static DueAtRisk risk(int contactsADay, LocalDate later) {
        return new DueAtRisk("plans", "Plans & Territories", DUE, 20, 13, contactsADay, later);
    }

    @Test
    void theChoicesAreButtons() {
        Golden.assertMatches("due/at-risk", DueMessages.atRisk(risk(2, LATER), 0));
        Golden.assertMatches("due/at-risk-hopeless", DueMessages.atRisk(risk(0, null), 0));
    }

    @Test
    void eachChoiceHasItsOutcome() {
        Golden.assertMatches("due/raised", DueMessages.raised(new RaiseBudget.Outcome.Raised(2), DUE, WHEN));
        Golden.assertMatches(
                "due/raised-before", DueMessages.raised(new RaiseBudget.Outcome.EnoughAlready(3), DUE, WHEN));
        Golden.assertMatches("due/settled", DueMessages.raised(new RaiseBudget.Outcome.Settled(), DUE, WHEN));
        Golden.assertMatches("due/asked", DueMessages.asked(new AskForLaterDue.Outcome.Asked("U0GRACE"), LATER, WHEN));
        Golden.assertMatches(
                "due/asked-admins", DueMessages.asked(new AskForLaterDue.Outcome.Asked(null), LATER, WHEN));
        Golden.assertMatches(
                "due/asked-before", DueMessages.asked(new AskForLaterDue.Outcome.AskedBefore(), LATER, WHEN));
        Golden.assertMatches("due/kept", DueMessages.kept(DUE, WHEN));
    }

    @Test
    void whoIsAskedDecidesWithOneClick() {
        SlackMessage requested = DueMessages.requested(
                new Notification.LaterDueRequested("U0GRACE", "plans", DUE, LATER),
                "U0ADA",
                SomeCourse.program().course("plans").orElseThrow(),
                WHEN);

        Golden.assertMatches("due/wished", requested);
        Golden.assertMatches("due/moved", DueMessages.answered(new AnswerDueRequest.Outcome.Moved(LATER), WISH, WHEN));
        Golden.assertMatches("due/stays", DueMessages.answered(new AnswerDueRequest.Outcome.Stays(DUE), WISH, WHEN));
        Golden.assertMatches(
                "due/decided-before", DueMessages.answered(new AnswerDueRequest.Outcome.Settled(), WISH, WHEN));
        Golden.assertMatches(
                "due/not-theirs", DueMessages.answered(new AnswerDueRequest.Outcome.NotTheirs(), WISH, WHEN));
    }

    @Test
    void aButtonCarriesWhatItsReaderSaw() {
        DueButton button = new DueButton("plans", DUE, LATER.toString(), "U0ADA");

        assertThat(DueButton.fromValue(button.toValue())).isEqualTo(button);
        assertThat(button.request()).isEqualTo(WISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plans", "plans|soon|2|", "plans|2026-11-20|2|U0ADA|more"})
    void aForgedValueIsRefused(String value) {
        assertThatThrownBy(() -> DueButton.fromValue(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "6", "-1", "many"})
    void aForgedNumberIsRefused(String choice) {
        assertThatThrownBy(() -> new DueButton("plans", DUE, choice, "").contactsADay())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
