package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.team.DigestDelivery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Monday morning, in each manager's own zone. */
class DigestTest {

    private static final String COURSE = "applying-devops";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Person grace = FIELD_CERT.hires("grace");

    private Person report(LocalDate due) {
        return report(grace, due);
    }

    private static Person report(Person manager, LocalDate due) {
        Person person = FIELD_CERT.hires("ada");
        var assigned = FIELD_CERT.bean(AssignManager.class).assign(person.id(), manager.id(), "U0ADMIN", "test");
        FIELD_CERT.bean(OutboxRelay.class).deliver(assigned);
        var enrolled = FIELD_CERT.bean(EnrollLearner.class).enroll(person.id(), COURSE, person.id(), due);
        FIELD_CERT.bean(OutboxRelay.class).deliver(enrolled);
        return person;
    }

    private static void at(String moment) {
        FIELD_CERT.clock().moveTo(moment);
        FIELD_CERT.bean(DigestDelivery.class).enqueueDue(FIELD_CERT.clock().instant());
        FIELD_CERT.tick();
    }

    private static List<String> digests(Person manager) {
        return manager.seesMessages().stream()
                .filter(message -> message.contains("Your team this week"))
                .toList();
    }

    @Test
    void aManagerHearsOnceAWeekOnTheMorningOfTheirOwnMonday() {
        report(LocalDate.of(2026, 11, 4));

        at("2026-11-09T07:59:00Z");
        assertThat(digests(grace)).isEmpty();
        at("2026-11-09T08:11:00Z");
        at("2026-11-09T08:16:00Z");
        at("2026-11-10T08:10:00Z");

        assertThat(digests(grace)).hasSize(1);
        assertThat(digests(grace).get(0)).contains("Overdue", "Applying DevOps, was due November 4, 2026");

        at("2026-11-16T08:11:00Z");
        assertThat(digests(grace)).hasSize(2);
    }

    @Test
    void inNewYorkTheMorningComesLater() {
        Person tom = FIELD_CERT.hires(PersonSpec.named("tom").in("America/New_York"));
        report(tom, LocalDate.of(2026, 11, 4));

        at("2026-11-09T14:09:00Z");
        assertThat(digests(tom)).isEmpty();
        at("2026-11-09T14:10:00Z");
        assertThat(digests(tom)).hasSize(1);
    }

    @Test
    void aMissedMondayIsMadeUpForOnTuesdayAndNotLater() {
        report(LocalDate.of(2026, 11, 4));

        at("2026-11-11T08:00:00Z");
        assertThat(digests(grace)).isEmpty();
        at("2026-11-17T15:00:00Z");
        assertThat(digests(grace)).hasSize(1);
    }

    @Test
    void aManagerWhoDoesNotWantToBeDisturbedHearsAfterwards() {
        report(LocalDate.of(2026, 11, 4));
        grace.client()
                .doesNotWantToBeDisturbed(Instant.parse("2026-11-09T07:00:00Z"), Instant.parse("2026-11-09T10:00:00Z"));

        at("2026-11-09T08:11:00Z");
        at("2026-11-09T09:59:00Z");
        assertThat(digests(grace)).isEmpty();

        at("2026-11-09T10:00:00Z");
        assertThat(digests(grace)).hasSize(1);
    }

    @Test
    void withNothingToSayNothingIsSaid() {
        report(null);

        at("2026-11-09T08:11:00Z");

        assertThat(digests(grace)).isEmpty();
    }

    @Test
    void aDigestWhoseArrivalIsUnknownIsNotSentTwice() {
        report(LocalDate.of(2026, 11, 4));
        FIELD_CERT.workspace().faults().next("chat.postMessage", 1, new Fault.DoneThenCut());

        at("2026-11-09T08:11:00Z");
        at("2026-11-09T08:20:00Z");
        at("2026-11-09T08:30:00Z");

        assertThat(digests(grace)).hasSize(1);
    }

    @Test
    void aDigestThatSlackPutOffComesLater() {
        report(LocalDate.of(2026, 11, 4));
        FIELD_CERT.workspace().faults().next("chat.postMessage", 1, new Fault.Status(503));

        at("2026-11-09T08:11:00Z");
        assertThat(digests(grace)).isEmpty();
        at("2026-11-09T08:20:00Z");

        assertThat(digests(grace)).hasSize(1);
    }

    @Test
    void whatTheTeamGetsWrongIsAddedUpOverFivePeopleAndAsksACoachingQuestion() {
        for (int i = 0; i < 5; i++) {
            Scholar learner = FIELD_CERT.scholar(report(null));
            learner.person().types("next").clicks("I’m ready");
            learner.answersWrong();
        }

        at("2026-11-09T08:11:00Z");

        String coaching = FIELD_CERT
                .programs()
                .current()
                .course(COURSE)
                .orElseThrow()
                .objectives()
                .get(0)
                .coaching();
        assertThat(digests(grace)).hasSize(1);
        assertThat(digests(grace).get(0))
                .contains(
                        "What your team gets wrong most",
                        "5 of 5 answers wrong",
                        "question for your next 1:1",
                        coaching)
                .doesNotContain("@ada");
    }

    @Test
    void fourPeopleAreNeverCompared() {
        for (int i = 0; i < 4; i++) {
            Scholar learner = FIELD_CERT.scholar(report(LocalDate.of(2026, 11, 4)));
            learner.person().types("next").clicks("I’m ready");
            learner.answersWrong();
        }

        at("2026-11-09T08:11:00Z");

        assertThat(digests(grace).get(0)).contains("Overdue").doesNotContain("gets wrong");
    }

    @Test
    void whoFinishedLastWeekIsNamed() {
        Scholar ada = FIELD_CERT.scholar(report(null));
        ada.person().types("next");
        ada.learnsTheCourse(COURSE).passesTheCheck();

        at("2026-11-09T08:11:00Z");
        assertThat(digests(grace)).hasSize(1);
        assertThat(digests(grace).get(0)).contains("Finished last week", "Applying DevOps");

        at("2026-11-16T08:11:00Z");
        assertThat(digests(grace)).hasSize(1);
    }

    @Test
    void aBadgeThatEndsIsToldTwoWeeksBeforeAndTheWeekAfter() {
        Person person = FIELD_CERT.hires("ada");
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(AssignManager.class).assign(person.id(), grace.id(), "U0ADMIN", "test"));
        person.types("/cert enroll use-case-ci").goesToTheBot().clicks("Take the knowledge check");
        FIELD_CERT.scholar(person).finishes(true);
        grace.goesToTheBot();

        at("2027-10-18T08:01:00Z");
        assertThat(digests(grace)).isEmpty();
        at("2027-10-25T08:01:00Z");
        assertThat(digests(grace).get(0)).contains("Badges to renew", "lapses on November 2, 2027");
        at("2027-11-01T09:01:00Z");
        at("2027-11-08T09:01:00Z");
        assertThat(digests(grace).get(2)).contains("lapsed on November 2, 2027");
        at("2027-11-15T09:01:00Z");

        assertThat(digests(grace)).hasSize(3);
    }
}
