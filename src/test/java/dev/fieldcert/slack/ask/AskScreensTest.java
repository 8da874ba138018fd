package dev.fieldcert.slack.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.SomeLearner;
import dev.fieldcert.search.CardRef;
import dev.fieldcert.search.Findings;
import dev.fieldcert.search.Quote;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskScreensTest {

    private static final Program PROGRAM =
            new Program("1", "p", "P", List.of(), List.of(SomeCourse.course()), List.of(), List.of());
    private static final Learner NOBODY = new Learner("U1");
    private static final CardRef CARD = new CardRef(SomeCourse.course().id(), "plans", 0);
    private static final CardRef LAST = new CardRef(SomeCourse.course().id(), "plans", 2);
    private static final Findings FINDINGS = new Findings(
            List.of(
                    new Findings.Hit(CARD, new Quote(List.of("A **territory plan** asks *where*;"))),
                    new Findings.Hit(CARD, new Quote(List.of("Territory", "Where?"))),
                    new Findings.Hit(LAST, new Quote(List.of("They plan deals")))),
            List.of());
    private static final String QUESTION = "what's a <!channel> plan & why";

    @Test
    void whatIsFoundIsQuotedWithItsCardAndAskedAbout() {
        Golden.assertMatches("ask/found", AskMessages.found(QUESTION, FINDINGS, NOBODY, PROGRAM, Optional.empty()));
        Golden.assertMatches("ask/helped", AskMessages.found(QUESTION, FINDINGS, theirs(), PROGRAM, Optional.of(true)));
        Golden.assertMatches(
                "ask/did-not-help", AskMessages.found(QUESTION, FINDINGS, theirs(), PROGRAM, Optional.of(false)));
    }

    private static Learner theirs() {
        return SomeLearner.enrolledAt("2026-10-01T09:00:00Z")
                .inCourse(SomeCourse.course().id(), null)
                .learner();
    }

    @Test
    void whatIsNotFoundIsSaidPlainly() {
        Golden.assertMatches("ask/not-found", AskMessages.notFound(QUESTION, List.of(CARD, LAST), PROGRAM));
        Golden.assertMatches("ask/nothing-near", AskMessages.notFound(QUESTION, List.of(), PROGRAM));
        Golden.assertMatches("ask/empty", AskMessages.empty());
        Golden.assertMatches("ask/gone", AskMessages.gone());
        Golden.assertMatches("ask/sent", AskMessages.sent());
    }

    @Test
    void cardAndSourcesAreRead() {
        AskMessages.Found found = AskMessages.Found.of(PROGRAM, CARD).orElseThrow();
        Golden.assertMatches("ask/card", AskMessages.card(found));
        Golden.assertMatches("ask/sources", AskMessages.sources(found));
        Golden.assertMatches("ask/team", AskMessages.team(QUESTION));
    }

    @Test
    void theirOwnRecordIsRead() {
        Golden.assertMatches("ask/own-badges-none", OwnMessages.badges(theirs(), PROGRAM, SomeCourse.WHEN));
        Golden.assertMatches("ask/own-attempts-none", OwnMessages.attempts(theirs(), PROGRAM, SomeCourse.WHEN));
        Golden.assertMatches("ask/own-due-none", OwnMessages.due(theirs(), PROGRAM, SomeCourse.WHEN));
        Golden.assertMatches("ask/own-why-never", OwnMessages.why(theirs(), SomeCourse.WHEN));
        Golden.assertMatches("ask/own-nobody", OwnMessages.notALearner());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "when is my next attempt?;NEXT_ATTEMPT",
                "When can I retake the check;NEXT_ATTEMPT",
                "how many attempts do I have left;NEXT_ATTEMPT",
                "can i try again;NEXT_ATTEMPT",
                "why did you write to me;WHY_WRITTEN",
                "why do you keep reminding me?;WHY_WRITTEN",
                "how many badges do I have;BADGES",
                "did I pass?;BADGES",
                "when is my course due;DUE",
                "What's my due date?;DUE",
                "am i behind;DUE",
                "where do I stand?;STANDING",
                "what's next for me;STANDING",
                "how am I doing;STANDING"
            })
    void aQuestionAboutTheRecordIsRecognized(String question, OwnQuestion own) {
        assertThat(OwnQuestion.in(question)).contains(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when is the forecast due each week",
                "what is next after discovery",
                "what are good next steps",
                "why do buyers write to us",
                "what is a close date",
                "how many opportunities do I need",
                "where do accounts stand in the pipeline",
                "when do I try again after a lost deal",
                "when should I contact a lead again"
            })
    void aQuestionAboutSellingIsNone(String question) {
        assertThat(OwnQuestion.in(question)).isEmpty();
    }
}
