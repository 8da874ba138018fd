package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.fieldcert.delivery.Deliveries;
import dev.fieldcert.delivery.DeliveryRelay;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.work.AdminWork;
import dev.fieldcert.xapi.StandInLrs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do in Slack arrives in a Learning Record Store, whatever state it is in, and nobody waits for it. */
class RecordStoreConversationTest {

    private static final String COURSE = "applying-devops";
    private static final StandInLrs LRS = new StandInLrs();

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.with(Map.of(
            "fieldcert.xapi.endpoint", LRS.address(),
            "fieldcert.xapi.workspace", "https://acme.slack.com",
            "fieldcert.xapi.user", "key",
            "fieldcert.xapi.password", "secret",
            "fieldcert.xapi.voids", "true"));

    @AfterAll
    static void close() {
        LRS.close();
    }

    private Scholar ada;

    @BeforeEach
    void ada() {
        LRS.is(StandInLrs.Mood.WELL);
        LRS.takes(0);
        ada = FIELD_CERT.scholar("ada");
    }

    private List<JsonObject> about(Person person) {
        FIELD_CERT.bean(DeliveryRelay.class).deliverDue();
        return LRS.statements().stream()
                .filter(each -> each.toString().contains(person.id()))
                .toList();
    }

    private List<String> verbs(Person person) {
        return about(person).stream()
                .map(each -> each.getAsJsonObject("verb")
                        .getAsJsonObject("display")
                        .get("en-US")
                        .getAsString())
                .distinct()
                .toList();
    }

    private String handle() {
        return "@" + FIELD_CERT.learner(ada.person()).profile().email().replace("@example.com", "");
    }

    private void finishesTheCourse() {
        ada.person().types("/cert enroll " + COURSE).goesToTheBot();
        ada.learnsTheCourse(COURSE).passesTheCheck();
    }

    @Test
    void aCourseFromEnrollmentToRevocation() {
        finishesTheCourse();
        assertThat(verbs(ada.person()))
                .containsExactlyInAnyOrder("registered for", "answered", "completed", "passed", "satisfied", "earned");

        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        boss.types("/cert-admin revoke " + handle() + " "
                        + FIELD_CERT
                                .programs()
                                .current()
                                .course(COURSE)
                                .orElseThrow()
                                .badge()
                                .id()
                        + " given in error")
                .clicks("Revoke");
        assertThat(verbs(ada.person())).contains("had revoked");
        assertThat(about(ada.person()))
                .allSatisfy(each -> assertThat(each.getAsJsonObject("actor")
                                .getAsJsonObject("account")
                                .get("name")
                                .getAsString())
                        .isEqualTo(ada.id()));
    }

    @Test
    void aStoreThatIsDownAndSlowKeepsNobodyWaiting() {
        LRS.is(StandInLrs.Mood.DOWN);
        LRS.takes(3_000);
        finishesTheCourse();
        FIELD_CERT.tick();
        assertThat(ada.person().seesMessages()).anyMatch(message -> message.contains("🏅"));
        assertThat(FIELD_CERT.bean(Deliveries.class).waiting("lrs")).isPositive();

        LRS.is(StandInLrs.Mood.WELL);
        LRS.takes(0);
        FIELD_CERT.clock().advance(Duration.ofHours(1));
        assertThat(verbs(ada.person())).contains("earned");
        assertThat(FIELD_CERT.bean(Deliveries.class).waiting("lrs")).isZero();
    }

    @Test
    void whoIsErasedIsVoidedAndNotSpokenOfAgain() {
        finishesTheCourse();
        int before = about(ada.person()).size();
        assertThat(before).isPositive();
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());

        boss.types("/cert-admin erase " + handle()).clicks("Erase for good");
        AdminWork.isDone(FIELD_CERT);

        assertThat(about(ada.person())).hasSize(before);
        List<String> voided = LRS.statements().stream()
                .filter(each -> each.toString().contains("StatementRef"))
                .map(each -> each.getAsJsonObject("object").get("id").getAsString())
                .toList();
        assertThat(voided)
                .containsAll(about(ada.person()).stream()
                        .map(each -> each.get("id").getAsString())
                        .toList());
    }
}
