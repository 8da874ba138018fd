package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people take along to the work itself. */
class JobAidTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    @Test
    void aListOffersThemAndOneIsSentToBePinned() {
        Person ada = FIELD_CERT.hires("ada");

        ada.goesToTheBot().types("aids");
        assertThat(ada.sees())
                .contains("Job aids", "SAO checklist", "Pre-call page", "Commit evidence list", "Call opener script")
                .contains("Territory plan skeleton", "Gap and coverage");
        ada.clicks("Send: SAO checklist");

        assertThat(ada.sees()).contains("SAO checklist", "within 60 days", "pin it to find it again");
    }

    @Test
    void theCalculatorWorksWithTheReadersOwnNumbers() {
        Person ada = FIELD_CERT.hires("linus");
        ada.goesToTheBot().types("aids").clicks("Send: Gap and coverage").clicks("Enter your numbers");
        ada.enters("Quota of the period", "600k")
                .enters("Closed won so far", "a lot")
                .enters("Open deals in Commit", "150k")
                .enters("Open deals in Best Case", "200k")
                .enters("All open pipeline of the period", "$900,000")
                .submits();
        assertThat(ada.hasAFormOpen()).isTrue();

        ada.enters("Closed won so far", "210k").submits();

        assertThat(ada.hasAFormOpen()).isFalse();
        assertThat(ada.sees())
                .contains("$600,000 − $210,000 = *$390,000*")
                .contains("After commit:* *$240,000*")
                .contains("*$40,000* still to find")
                .contains("$390,000 × 3x = *$1,170,000*")
                .contains("To create:* *$270,000*")
                .contains("Attainment so far: *35%*");
    }

    @Test
    void numbersWithoutAResultAreAskedForAgain() {
        Person mei = FIELD_CERT.hires("mei");
        mei.goesToTheBot().types("aids").clicks("Send: Gap and coverage").clicks("Enter your numbers");
        mei.enters("Quota of the period", "0")
                .enters("Closed won so far", "0")
                .enters("Open deals in Commit", "0")
                .enters("Open deals in Best Case", "0")
                .enters("All open pipeline of the period", "0")
                .submits();

        mei.seesFieldError("I can’t calculate a result from these numbers. Is one of them zero?");
    }

    @Test
    void theBadgeOffersThoseOfItsCourse() {
        Scholar ada = FIELD_CERT.scholar("ida");
        ada.person().types("/cert enroll customer-journey").goesToTheBot();
        ada.learnsTheCourse("customer-journey").passesTheCheck();

        ada.person().clicks("Job aids");

        assertThat(ada.person().sees()).contains("SAO checklist");
    }
}
