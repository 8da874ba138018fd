package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.enrollment.MoveDueDate;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.record.AuditText;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A due date that cannot be met at the daily budget: said early, with choices. The bot's Monday is 2 November 2026. */
class DueAtRiskTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private static final String COURSE = "applying-devops";
    private static final LocalDate DUE = LocalDate.of(2026, 11, 4);

    private final Person ada = FIELD_CERT.hires("ada");
    private final Person grace = FIELD_CERT.hires("grace");

    @BeforeEach
    void aContactSaysThatItIsTight() {
        FIELD_CERT.bean(AssignManager.class).assign(ada.id(), grace.id(), "U0ADMIN", "test");
        ada.types("status").goesToTheBot();
        grace.types("status").goesToTheBot();
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), COURSE, ada.id(), DUE));
        FIELD_CERT.later(Duration.ofMinutes(30));
        assertThat(ada.sees())
                .contains(
                        "At this pace, you won’t finish Applying DevOps by Wednesday, November 4", "[Leave it as is]");
    }

    private Optional<LocalDate> due() {
        return FIELD_CERT.learner(ada).course(COURSE).orElseThrow().due();
    }

    private long audited(String what) {
        return FIELD_CERT.bean(AuditTrail.class).about(ada.id(), 0, 20).stream()
                .filter(entry -> AuditText.of(entry.what()).startsWith(what))
                .count();
    }

    private Button choice(String beginning) {
        String label = ada.sees().substring(ada.sees().indexOf("[" + beginning) + 1);
        return ada.button(label.substring(0, label.indexOf(']')));
    }

    @Test
    void moreContactsADayAreTakenOnceHoweverOftenItIsClicked() {
        Button more = choice("Get ");

        ada.click(more);

        int budget = FIELD_CERT.learner(ada).preferences().budget();
        assertThat(budget).isGreaterThan(1);
        assertThat(ada.sees()).contains(budget + " messages a day from now on");
        FIELD_CERT.later(Duration.ofMinutes(1));
        ada.click(more);
        assertThat(ada.sees()).contains("You already get " + budget + " messages a day");
        assertThat(FIELD_CERT.learner(ada).preferences().budget()).isEqualTo(budget);
    }

    @Test
    void theManagerIsAskedOnceForALaterDateAndMovesIt() {
        Button later = choice("Ask for ");

        ada.click(later);

        assertThat(ada.sees()).contains("I’ll ask @", "during their work hours");
        assertThat(grace.sees()).contains("is asking for a later due date", "Applying DevOps", "[Leave it as is]");
        assertThat(audited("asked for")).isEqualTo(1);
        FIELD_CERT.later(Duration.ofMinutes(1));
        ada.click(later);
        assertThat(ada.sees()).contains("I’ve already asked");
        Button move = grace.button(grace.sees().replaceAll("(?s).*\\[(Move it to [^]]*)].*", "$1"));
        Button leave = grace.button("Leave it as is");
        grace.click(move);
        assertThat(grace.sees()).contains("Moved:", "I’ll let them know");
        assertThat(due()).hasValueSatisfying(date -> assertThat(date).isAfter(DUE));
        assertThat(ada.sees()).contains("is now due on");
        Optional<LocalDate> moved = due();
        FIELD_CERT.later(Duration.ofMinutes(1));
        grace.click(leave);
        assertThat(grace.sees()).contains("nothing left to decide");
        assertThat(due()).isEqualTo(moved);
        assertThat(audited("due date of " + COURSE)).isEqualTo(1);
    }

    @Test
    void theManagerMayLeaveTheDateAndTheLearnerHearsSo() {
        ada.click(choice("Ask for "));

        grace.clicks("Leave it as is");

        assertThat(due()).hasValue(DUE);
        assertThat(ada.sees()).contains("is still due on November 4, 2026");
    }

    @Test
    void withoutAManagerThoseWhoRunTheProgramAreAsked() {
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(AssignManager.class).assign(ada.id(), null, "U0ADMIN", "test"));

        ada.click(choice("Ask for "));

        assertThat(ada.sees()).contains("the program admins");
        assertThat(audited("asked for")).isEqualTo(1);
        assertThat(grace.seesMessages()).noneMatch(message -> message.contains("later due date"));
    }

    @Test
    void nobodyElseDecidesAndTheTryIsNoted() {
        Person bob = FIELD_CERT.hires("bob");
        bob.types("status").goesToTheBot();
        ada.click(choice("Ask for "));
        Button leave = grace.button("Leave it as is");

        bob.click(leave);

        assertThat(due()).hasValue(DUE);
        assertThat(audited("refused: due date")).isEqualTo(1);
    }

    @Test
    void keepingItAsItIsChangesNothing() {
        ada.clicks("Leave it as is");

        assertThat(ada.sees()).contains("It’s still due on November 4, 2026", "[What’s next?]");
        assertThat(FIELD_CERT.learner(ada).preferences().budget()).isEqualTo(1);
        assertThat(due()).hasValue(DUE);
    }

    @Test
    void aChoiceClickedWhenTheDateHasMovedIsHarmless() {
        Button more = choice("Get ");
        Button later = choice("Ask for ");
        FIELD_CERT.bean(MoveDueDate.class).move(ada.id(), COURSE, LocalDate.of(2027, 3, 31), "U0ADMIN", "");

        ada.click(more);
        assertThat(ada.sees()).contains("nothing left to decide");
        ada.click(later);
        assertThat(ada.sees()).contains("nothing left to decide");

        assertThat(FIELD_CERT.learner(ada).preferences().budget()).isEqualTo(1);
        assertThat(audited("asked for")).isZero();
    }
}
