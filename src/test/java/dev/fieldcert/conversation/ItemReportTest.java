package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.item.ItemReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A learner says that a question is off, or that their answer was right. */
class ItemReportTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();

    private void practises(String kind) {
        ada.types("/cert enroll kinds").goesToTheBot();
        ada.click(ada.button("I’m ready").tamperedWith("kinds|" + kind + "|0"));
    }

    private ItemReported report() {
        assertThat(FIELD_CERT.bean(ItemReports.class).open()).hasSize(1);
        return FIELD_CERT.bean(ItemReports.class).open().get(0);
    }

    @Test
    void aQuestionIsOff() {
        practises("single");
        scholar.answersWrong();

        ada.clicks("Report this question");
        ada.chooses("It’s unclear what it’s asking").enters("In a sentence", "All *which* accounts?");
        ada.submits();

        assertThat(ada.seesInModal()).contains("Thanks!", "what they decide");
        assertThat(report().question()).isEqualTo("single-p1");
        assertThat(report().kind()).isEqualTo(ItemReported.Kind.UNCLEAR);
        assertThat(report().words()).isEqualTo("All *which* accounts?");
        assertThat(report().answer()).isNull();
    }

    @Test
    void whatIsOffMustBeSaidAndOnlyOnce() {
        practises("single");
        scholar.answersRight();
        ada.clicks("Report this question").submits();
        assertThat(ada.hasAFormOpen()).isTrue();

        ada.chooses("It’s outdated").submits();
        ada.closesTheForm();
        ada.clicks("Report this question").chooses("It’s outdated").submits();

        ada.seesFieldError("You’ve already reported this, and the authors are looking into it.");
        assertThat(report().kind()).isEqualTo(ItemReported.Kind.OUTDATED);
    }

    @Test
    void aTypedAnswerWasRight() {
        practises("short");
        ada.types("To act on it");
        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("❌ Not quite"));

        ada.clicks("My answer was right");

        assertThat(ada.sees()).contains("You said your answer was right");
        assertThat(report().kind()).isEqualTo(ItemReported.Kind.ANSWER_WAS_RIGHT);
        assertThat(report().answer()).isEqualTo("To act on it");
        ada.clicks("My answer was right");
        assertThat(FIELD_CERT.bean(ItemReports.class).open()).hasSize(1);
    }

    @Test
    void whatNobodyAnsweredCannotBeReported() {
        practises("short");
        ada.types("To act on it");
        Person mei = FIELD_CERT.hires("mei");
        mei.types("/cert enroll kinds").goesToTheBot();
        Button hers = ada.button("My answer was right");

        ada.click(hers.tamperedWith("a1-zzz|0|"));

        assertThat(ada.sees()).contains("I can’t find your answer");
        assertThat(FIELD_CERT.bean(ItemReports.class).open()).isEmpty();
    }
}
