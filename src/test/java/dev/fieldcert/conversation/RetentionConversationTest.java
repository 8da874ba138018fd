package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Evidence;
import dev.fieldcert.badge.credential.OpenBadge;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import dev.fieldcert.learner.memory.RetrievalPace;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.work.AdminWork;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** After the badge: one question at a time, so that it lasts. Ada earns hers on Monday, 2 November. */
class RetentionConversationTest {

    private static final LocalDate EARNED = LocalDate.of(2026, 11, 2);

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar ada = FIELD_CERT.scholar("ada");

    @BeforeEach
    void adaHasEarnedABadge() {
        ada.person().goesToTheBot().types("enroll familiar").clicks("Take the knowledge check");
        ada.finishes(true);
    }

    private static void on(String moment) {
        FIELD_CERT.clock().moveTo(moment);
        FIELD_CERT.calendar();
    }

    private String handle() {
        return FIELD_CERT.learner(ada.person()).profile().email().replace("@example.com", "");
    }

    private ObjectiveMemory memory() {
        return FIELD_CERT.learner(ada.person()).retention().memories().get(0);
    }

    private long questions() {
        return ada.person().seesMessages().stream()
                .filter(message -> message.contains("From memory"))
                .count();
    }

    @Test
    void twoDaysLaterOneQuestionComesAndARightAnswerPutsTheNextOff() {
        on("2026-11-03T12:00:00Z");
        assertThat(questions()).isZero();

        on("2026-11-04T12:00:00Z");
        assertThat(ada.person().sees())
                .contains("From memory", "Not today", "Fewer of these", "Stop these questions", "Why this now?");
        ada.answersRight();

        assertThat(ada.person().sees()).contains("Right", "I’ll ask about this again around");
        assertThat(memory().dueOn()).isEqualTo(EARNED.plusDays(13));
        FIELD_CERT.later(Duration.ofDays(5));
        assertThat(questions()).isEqualTo(1);
    }

    @Test
    void aGuessIsAskedAgainSooner() {
        on("2026-11-04T12:00:00Z");
        ada.person().chooses("pick:sure", "A guess");
        ada.answersRight();

        assertThat(memory().dueOn()).isBefore(EARNED.plusDays(13));
    }

    @Test
    void aMissNamesTheCardIsAskedAgainAtOnceAndWithinAWeek() {
        on("2026-11-04T12:00:00Z");
        ada.answersWrong();
        assertThat(ada.person().sees()).contains("Not quite", "It’s all on one card", "I’ll ask again around");
        LocalDate back = memory().dueOn();
        assertThat(back).isBeforeOrEqualTo(EARNED.plusDays(2 + 7));

        ada.person().clicks("Ask me another");
        ada.answersRight();

        assertThat(memory().dueOn()).as("the first answer of the day counts").isEqualTo(back);
        ada.person().types("/cert memory");
        assertThat(ada.person().sees()).as("no bar claims what was just missed").containsPattern("▱{10}.* missed;");
        on(back + "T12:00:00Z");
        assertThat(questions()).isEqualTo(3);
        ada.person().clicks("Why this now?");
        assertThat(ada.person().sees()).contains("I ask again within a week");
    }

    @Test
    void theCardThatAnswersItOpens() {
        on("2026-11-04T12:00:00Z");
        ada.answersWrong();

        ada.person().clicks("Read the card");

        assertThat(ada.person().sees()).contains("card 1 of 2");
    }

    @Test
    void notTodayTakesTheQuestionBackUntilTomorrow() {
        on("2026-11-04T12:00:00Z");
        ada.person().clicks("Not today");
        assertThat(ada.person().sees()).contains("OK, not today");
        FIELD_CERT.later(Duration.ofHours(2));
        assertThat(questions()).isZero();

        on("2026-11-05T12:00:00Z");

        assertThat(ada.person().sees()).contains("From memory");
    }

    @Test
    void whoStopsTheQuestionsIsAskedNoMoreAndFindsTheWayBack() {
        on("2026-11-04T12:00:00Z");
        ada.person().clicks("Stop these questions");
        assertThat(ada.person().sees()).contains("I’ll stop asking these questions");
        on("2026-12-04T12:00:00Z");
        assertThat(questions()).isEqualTo(1);

        ada.person().clicks("Ask me again");
        on("2026-12-07T12:00:00Z");

        assertThat(questions()).isEqualTo(2);
    }

    @Test
    void fewerIsAChoiceThatIsKept() {
        on("2026-11-04T12:00:00Z");
        ada.person().clicks("Fewer of these");

        assertThat(FIELD_CERT.learner(ada.person()).preferences().retrieval()).isEqualTo(RetrievalPace.FEWER);
        assertThat(memory().dueOn()).isAfter(EARNED.plusDays(4));
    }

    @Test
    void whoDoesNotAnswerIsLeftAloneAfterThreeQuestions() {
        on("2026-11-04T12:00:00Z");
        for (int day = 1; day < 40; day++) {
            FIELD_CERT.later(Duration.ofDays(1));
        }

        assertThat(questions()).isEqualTo(3);
    }

    @Test
    void reviewAsksWhatIsDueAtOnceAndMemoryShowsIt() {
        ada.person().types("review");
        assertThat(ada.person().sees()).contains("Nothing to review right now", "November 4, 2026");
        FIELD_CERT.clock().moveTo("2026-11-04T06:00:00Z");

        ada.person().types("review");
        ada.answersRight();
        ada.person().types("memory");

        assertThat(ada.person().sees())
                .contains("What you remember", "strong; next question around November 15, 2026", "predict");
        on("2026-11-04T12:00:00Z");
        assertThat(questions()).isEqualTo(1);
    }

    /** Answers every question on the day it is due, until each is left alone. */
    private void keepsUp() {
        for (int question = 0; question < 30; question++) {
            Optional<LocalDate> due = FIELD_CERT.learner(ada.person()).retention().memories().stream()
                    .flatMap(memory -> memory.due().stream())
                    .min(Comparator.naturalOrder());
            if (due.isEmpty()) {
                return;
            }
            on(due.get() + "T06:00:00Z");
            ada.person().types("review");
            ada.answersRight();
        }
        throw new AssertionError("Still asked after thirty right answers");
    }

    private long checkQuestions() {
        return ada.person().seesMessages().stream()
                .filter(message -> message.contains("Check: question"))
                .count();
    }

    @Test
    void whoKeptUpRenewsEachObjectiveWithOneRightAnswer() {
        ada.person().types("enroll known").clicks("Take the knowledge check");
        ada.finishes(true);
        keepsUp();

        on("2027-09-06T06:00:00Z");
        for (int hour = 0; hour < 24; hour++) {
            FIELD_CERT.later(Duration.ofHours(1));
        }
        assertThat(ada.person().seesMessages())
                .anyMatch(message -> message.contains("Pass the check to renew it") && message.contains("You kept"));

        ada.person().types("status known").clicks("What’s next?");
        assertThat(ada.person().sees())
                .contains("You kept both objectives fresh", "One right answer renews each of them");
        ada.passesTheCheck();

        assertThat(checkQuestions())
                .as("one of each, where two of two are the rule")
                .isEqualTo(2);
        GivenBadge renewed = FIELD_CERT.bean(Awards.class).of(ada.id()).stream()
                .filter(given -> "known".equals(given.course()))
                .findFirst()
                .orElseThrow();
        assertThat(renewed.award().supersedes()).isPresent();
        assertThat(renewed.award().evidence())
                .filteredOn(Evidence.ObjectivesShown.class::isInstance)
                .singleElement()
                .satisfies(shown -> assertThat(OpenBadge.keptUp((Evidence.ObjectivesShown) shown))
                        .hasValueSatisfying(words -> assertThat(words).startsWith("2 of 2 objectives kept up")));
    }

    @Test
    void whoDidNotKeepUpRenewsBySequenceAsBefore() {
        ada.person().types("enroll known").clicks("Take the knowledge check");
        ada.finishes(true);
        on("2027-09-06T06:00:00Z");

        ada.person().types("status known").clicks("What’s next?");
        assertThat(ada.person().sees()).doesNotContain("You kept");
        ada.passesTheCheck();

        assertThat(checkQuestions()).isEqualTo(4);
    }

    @Test
    void whoHasLeftIsNotAsked() {
        Learner left = FIELD_CERT.learner(ada.person());
        FIELD_CERT.bean(Learners.class).change(left.id(), learner -> {
            learner.meet(
                    learner.profile().seenAs("ada", "ada@example.com", "UTC", false, true),
                    FIELD_CERT.clock().instant());
            learner.lookAgain(FIELD_CERT.clock().instant());
            return null;
        });

        on("2026-11-04T12:00:00Z");

        assertThat(questions()).isZero();
    }

    @Test
    void adminsSeeWhatWasObservedAndTakeItAsAFile() {
        Person linus = FIELD_CERT.hires(PersonSpec.named("linus").asAdmin());
        linus.types("/cert-admin retention");
        assertThat(linus.sees()).contains("No results yet");
        on("2026-12-14T12:00:00Z");
        ada.answersRight();

        linus.types("/cert-admin retention");

        assertThat(linus.seesMessages())
                .anyMatch(message -> message.contains("About ground")
                        && message.contains("30 days: 1 of 1 (likely between 21% and 100%)"));
        assertThat(linus.sees())
                .contains("after 30 days 1 of 1 answers were right (21–100%)", "[file retention-2026-12-14.png]");

        linus.clicks("By cohort, as CSV");
        AdminWork.isDone(FIELD_CERT);
        assertThat(linus.seesMessages()).anyMatch(message -> message.contains("[file retention-2026-12-14.csv]"));
        linus.types("/cert-admin ramp");
        assertThat(linus.sees()).contains("No cohort has earned a badge yet");
        linus.types("/cert-admin cohort @" + handle() + " fall").types("/cert-admin ramp");
        assertThat(linus.sees()).contains("cohort “fall”", "Familiar ground – 0 days; 1 of 1 have it");
    }
}
