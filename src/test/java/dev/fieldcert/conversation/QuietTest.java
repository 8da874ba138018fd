package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.contact.PraiseOrNudge;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.enrollment.MoveDueDate;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.learner.preferences.ChangePreferences;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.submission.SubmitAssignment;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.outbox.OutboxRelay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever arrives without being asked for keeps its hearer's quiet: hours, pause, and Slack's Do Not Disturb. The bot's
 * Monday is 2 November 2026, 10:00 in Berlin.
 */
class QuietTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String COURSE = "applying-devops";

    private final Person ada = FIELD_CERT.hires("ada");

    private void enrolls() {
        ada.types("/cert enroll " + COURSE).goesToTheBot();
    }

    private void anAdminMovesTheDueDate() {
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT
                        .bean(MoveDueDate.class)
                        .move(ada.id(), COURSE, LocalDate.of(2027, 3, 31), "U0ADMIN", ""));
    }

    private static boolean hears(Person person, String words) {
        return person.seesMessages().stream().anyMatch(message -> message.contains(words));
    }

    private static void undisturbed(Person person, String from, String until) {
        person.client().doesNotWantToBeDisturbed(Instant.parse(from), Instant.parse(until));
    }

    /** Do Not Disturb every day between these times; Slack tells the present or the next window. */
    private void hours(int hours, LocalTime from, LocalTime until) {
        for (int hour = 0; hour < hours; hour++) {
            ZonedDateTime now =
                    FIELD_CERT.clock().instant().plus(Duration.ofHours(1)).atZone(BERLIN);
            LocalDate day = now.toLocalTime().isBefore(until)
                    ? now.toLocalDate()
                    : now.toLocalDate().plusDays(1);
            ada.client()
                    .doesNotWantToBeDisturbed(
                            day.atTime(from).atZone(BERLIN).toInstant(),
                            day.atTime(until).atZone(BERLIN).toInstant());
            FIELD_CERT.later(Duration.ofHours(1));
        }
    }

    /** The lesson was opened at the enrollment, so contacts remind of it. */
    private static List<String> contacts(Person person) {
        return person.seesMessages().stream()
                .filter(message -> message.startsWith("*Next:*") || message.startsWith("*Still open:*"))
                .toList();
    }

    @Test
    void aChangeByAnAdminWaitsForTheEndOfDoNotDisturbAndAnAnswerDoesNot() {
        enrolls();
        undisturbed(ada, "2026-11-02T08:00:00Z", "2026-11-02T11:00:00Z");

        anAdminMovesTheDueDate();
        FIELD_CERT.tick();

        assertThat(hears(ada, "is now due on")).isFalse();
        ada.types("next");
        assertThat(ada.sees()).contains("card 1 of");
        assertThat(hears(ada, "is now due on")).isFalse();
        FIELD_CERT.later(Duration.ofHours(2));
        assertThat(hears(ada, "is now due on March 31, 2027")).isTrue();
    }

    @Test
    void anEnrollmentAndAWordOfPraiseWaitToo() {
        Person grace = FIELD_CERT.hires("grace");
        FIELD_CERT.bean(AssignManager.class).assign(ada.id(), grace.id(), "U0ADMIN", "test");
        ada.types("status").goesToTheBot();
        undisturbed(ada, "2026-11-02T08:00:00Z", "2026-11-02T11:00:00Z");

        var delivery = FIELD_CERT.bean(OutboxRelay.class);
        delivery.deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), COURSE, "U0ADMIN", null));
        delivery.deliver(FIELD_CERT
                .bean(PraiseOrNudge.class)
                .say(PraiseOrNudge.Kind.PRAISE, grace.id(), ada.id(), Optional.empty()));
        FIELD_CERT.later(Duration.ofHours(1));

        assertThat(hears(ada, "You’re enrolled")).isFalse();
        assertThat(hears(ada, "well done")).isFalse();
        FIELD_CERT.later(Duration.ofHours(1));
        assertThat(hears(ada, "You’re enrolled")).isTrue();
        assertThat(hears(ada, "well done")).isTrue();
    }

    @Test
    void workThatIsHandedInReachesTheReviewerAtOnceEvenAtNight() {
        Person grace = FIELD_CERT.hires(PersonSpec.named("grace").in("America/New_York"));
        var delivery = FIELD_CERT.bean(OutboxRelay.class);
        delivery.deliver(FIELD_CERT.bean(AssignManager.class).assign(ada.id(), grace.id(), "U0ADMIN", "test"));
        delivery.deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), "analyze-territory", ada.id(), null));

        var submitted = FIELD_CERT
                .bean(SubmitAssignment.class)
                .submit(ada.id(), "analyze-territory", "territory-plan", "V1", "My plan", "", List.of());
        delivery.deliver(submitted);

        assertThat(grace.sees()).contains("To review", "My plan");
    }

    @Test
    void aPauseHoldsEverythingUntilItsDayOrItsEarlyEnd() {
        enrolls();
        var preferences = FIELD_CERT.bean(ChangePreferences.class);
        preferences.change(ada.id(), before -> before.pausedUntil(LocalDate.of(2026, 11, 20)));

        anAdminMovesTheDueDate();
        FIELD_CERT.later(Duration.ofDays(2));
        FIELD_CERT.later(Duration.ofHours(3));

        assertThat(hears(ada, "is now due on")).isFalse();
        preferences.change(ada.id(), before -> before.stopped(false));
        FIELD_CERT.later(Duration.ofDays(1));
        assertThat(hears(ada, "is now due on")).isTrue();
    }

    @Test
    void whatHasWaitedAWeekIsSaidWhenTheyComeByThemselves() {
        enrolls();
        undisturbed(ada, "2026-11-02T00:00:00Z", "2026-12-02T00:00:00Z");
        anAdminMovesTheDueDate();
        FIELD_CERT.later(Duration.ofDays(5));
        ada.types("next");
        assertThat(hears(ada, "is now due on")).isFalse();

        FIELD_CERT.later(Duration.ofDays(3));
        ada.types("next");

        assertThat(hears(ada, "is now due on")).isTrue();
    }

    @Test
    void whenSlackWantsToBeAskedLaterTheContactWaitsForTheAnswer() {
        enrolls();
        FIELD_CERT.clock().moveTo("2026-11-03T09:00:00Z");
        undisturbed(ada, "2026-11-03T08:00:00Z", "2026-11-03T11:00:00Z");
        FIELD_CERT.workspace().faults().next("dnd.info", 1, new Fault.RateLimited(Duration.ofSeconds(40)));

        FIELD_CERT.tick();
        FIELD_CERT.later(Duration.ofMinutes(1));

        assertThat(contacts(ada)).isEmpty();
        FIELD_CERT.later(Duration.ofHours(2));
        assertThat(contacts(ada)).hasSize(1);
    }

    @Test
    void manyWhoAreDueAreAskedAboutWithOneCall() {
        Person bob = FIELD_CERT.hires("bob");
        Person cleo = FIELD_CERT.hires("cleo");
        for (Person person : List.of(ada, bob, cleo)) {
            person.types("/cert enroll " + COURSE).goesToTheBot();
        }
        undisturbed(bob, "2026-11-03T08:00:00Z", "2026-11-03T11:00:00Z");
        FIELD_CERT.clock().moveTo("2026-11-03T09:00:00Z");
        FIELD_CERT.workspace().forgetCalls();

        FIELD_CERT.tick();

        assertThat(FIELD_CERT.workspace().calls())
                .filteredOn(call -> call.method().startsWith("dnd."))
                .singleElement()
                .satisfies(call -> assertThat(call.method()).isEqualTo("dnd.teamInfo"));
        assertThat(contacts(ada)).hasSize(1);
        assertThat(contacts(bob)).isEmpty();
        assertThat(contacts(cleo)).hasSize(1);
    }

    @Test
    void aDailyDoNotDisturbOverTheChosenTimeMovesContactsToAFreeMomentOfTheWorkingDay() {
        enrolls();
        ada.types("remind me at 14:00");

        hours(23 + 72, LocalTime.of(13, 0), LocalTime.of(18, 0));
        assertThat(contacts(ada)).isEmpty();
        hours(24, LocalTime.of(13, 0), LocalTime.of(18, 0));

        assertThat(contacts(ada)).hasSize(1);
        assertThat(FIELD_CERT.learner(ada).contact().sent().reason().notes())
                .extracting(Reason::code)
                .contains(Reason.Code.DND_HIDES_CHOSEN_TIME);
        ada.opensHome();
        assertThat(ada.home()).contains("Do Not Disturb is on at 14:00", "later in your workday");
    }

    @Test
    void aDailyDoNotDisturbOverTheWholeWorkingDayIsToldWithTheNextThingTheyDoOnce() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        enrolls();

        hours(5 * 24, LocalTime.of(6, 0), LocalTime.of(20, 0));

        assertThat(contacts(ada)).isEmpty();
        boss.types("/cert-admin why @" + ada.client().user().get("name").getAsString());
        assertThat(boss.sees()).contains("Do Not Disturb has covered all work hours", "on the Home tab");
        ada.opensHome();
        assertThat(ada.home()).contains("Do Not Disturb has been on for your whole workday");
        ada.goesToTheBot().types("next");
        assertThat(hears(ada, "I couldn’t message you: Do Not Disturb was on")).isTrue();
        long told = ada.seesMessages().size();
        ada.types("next");
        assertThat(ada.seesMessages().subList((int) told, ada.seesMessages().size()))
                .noneMatch(message -> message.contains("I couldn’t message you"));
    }

    private static String at(Person person) {
        return "@" + person.client().user().get("name").getAsString();
    }

    /** Neither of them learns anything here: they are told as admin and as delegate, and in their own hours all the same. */
    @Test
    void aRoleAndStandingInAreToldInTheMorning() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        Person mia = FIELD_CERT.hires("mia");
        Person linus = FIELD_CERT.hires("linus");
        enrolls();
        FIELD_CERT.bean(AssignManager.class).assign(ada.id(), mia.id(), boss.id(), "test");
        FIELD_CERT.clock().moveTo("2026-11-02T20:00:00Z");

        boss.types("/cert-admin role " + at(linus) + " author");
        boss.types("/cert-admin delegate " + at(mia) + " " + at(linus));
        FIELD_CERT.later(Duration.ofHours(2));
        assertThat(linus.goesToTheBot().seesMessages()).isEmpty();
        assertThat(mia.goesToTheBot().seesMessages()).isEmpty();

        FIELD_CERT.clock().moveTo("2026-11-03T10:00:00Z");
        FIELD_CERT.tick();
        FIELD_CERT.tick();
        assertThat(linus.seesMessages())
                .hasSize(2)
                .anyMatch(message -> message.contains("made you an *author*"))
                .anyMatch(message -> message.contains(at(boss) + " made you " + at(mia) + "’s delegate"));
        assertThat(mia.seesMessages())
                .singleElement()
                .asString()
                .contains(at(boss) + " made " + at(linus) + " your delegate");
        assertThat(FIELD_CERT.bean(Learners.class).find(linus.id())).isEmpty();
    }

    @Test
    void whatIsNoLongerSoInTheMorningIsNotTold() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        Person mia = FIELD_CERT.hires("mia");
        Person linus = FIELD_CERT.hires("linus");
        enrolls();
        FIELD_CERT.bean(AssignManager.class).assign(ada.id(), mia.id(), boss.id(), "test");
        FIELD_CERT.clock().moveTo("2026-11-02T20:00:00Z");

        boss.types("/cert-admin role " + at(linus) + " author");
        boss.types("/cert-admin role " + at(linus) + " none");
        mia.types("/cert delegate " + at(linus));
        mia.types("/cert delegate none");
        FIELD_CERT.clock().moveTo("2026-11-03T10:00:00Z");
        FIELD_CERT.tick();

        assertThat(linus.goesToTheBot().seesMessages()).isEmpty();
    }

    @Test
    void anAdminHearsInTheMorningOnceWhoAskedToBeForgottenInTheNight() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        boss.types("/cert-admin role " + at(boss) + " admin").goesToTheBot();
        int before = boss.seesMessages().size();
        Person carl = FIELD_CERT.hires("carl");
        Person dora = FIELD_CERT.hires("dora");
        FIELD_CERT.clock().moveTo("2026-11-02T20:00:00Z");

        ada.types("/cert forget-me").clicks("Ask for erasure");
        carl.types("/cert forget-me").clicks("Ask for erasure");
        dora.types("/cert forget-me").clicks("Ask for erasure");
        dora.clicks("Cancel the request");
        assertThat(boss.seesMessages()).hasSize(before);
        FIELD_CERT.clock().moveTo("2026-11-03T10:00:00Z");
        FIELD_CERT.tick();

        assertThat(boss.seesMessages()).hasSize(before + 1);
        assertThat(boss.sees())
                .contains("Someone asked to have their data erased", at(ada), at(carl))
                .doesNotContain(at(dora));
    }

    /** Slack does not say whether the post arrived: it is looked for before it is posted again. */
    @Test
    void aNoticeWhosePostWasCutOffIsSaidOnce() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        Person linus = FIELD_CERT.hires("linus");
        FIELD_CERT.workspace().faults().next("chat.postMessage", 1, new Fault.DoneThenCut());

        boss.types("/cert-admin role " + at(linus) + " author");
        FIELD_CERT.later(Duration.ofMinutes(2));
        FIELD_CERT.later(Duration.ofMinutes(2));

        assertThat(linus.goesToTheBot().seesMessages()).hasSize(1);
    }
}
