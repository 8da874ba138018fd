package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.profile.UpdateProfile;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.local.workspace.webapi.Faults;
import dev.fieldcert.outbox.DeadLetters;
import dev.fieldcert.slack.admin.rights.Erasure;
import dev.fieldcert.slack.work.AdminWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real Slack refuses, and whom each refusal is about: nobody loses a message, and nobody is taken for gone. */
class SlackRefusesTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.onItsOwn();

    private static int weeks;

    private final Scholar ada = FIELD_CERT.scholar("ada");

    /** After a refused picture the bot rests from pictures for a while, which is over in the next test. */
    @BeforeEach
    void aWeekLater() {
        FIELD_CERT.clock().advance(Duration.ofDays(7L * ++weeks));
    }

    private static Faults faults() {
        return FIELD_CERT.workspace().faults();
    }

    private static double errors() {
        return FIELD_CERT
                .bean(MeterRegistry.class)
                .get("fieldcert.errors")
                .counter()
                .count();
    }

    private static long uploads() {
        return FIELD_CERT.workspace().calls().stream()
                .filter(call -> call.method().equals("files.completeUploadExternal"))
                .count();
    }

    private static void earns(Scholar scholar) {
        scholar.person()
                .types("/cert enroll use-case-ci")
                .goesToTheBot()
                .types("next")
                .clicks("Take the knowledge check");
        scholar.finishes(true);
        FIELD_CERT.tick();
    }

    private static String badge(Scholar scholar) {
        return scholar.person().seesMessages().stream()
                .filter(message -> message.contains("Badge earned")
                        || message.contains("badge is yours")
                        || message.contains("🏅"))
                .reduce((first, last) -> last)
                .orElse("");
    }

    @Test
    void anInactiveAccountIsTheTokensAndNeverTheRecipients() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        boss.types("/cert-admin role @" + boss.client().user().get("name").getAsString() + " admin");
        ada.person().goesToTheBot().types("enroll applying-devops");
        faults().next("chat.postMessage", 1, new Fault.Refusal("account_inactive"));

        ada.person().types("next");
        assertThat(ada.person().sees()).isEqualTo("next");
        assertThat(FIELD_CERT.learner(ada.person()).profile().deactivated()).isFalse();
        FIELD_CERT.later(Duration.ofMinutes(2));

        assertThat(ada.person().sees()).contains("card 1 of");
        assertThat(FIELD_CERT.bean(DeadLetters.class).count()).isZero();
        FIELD_CERT.later(Duration.ofSeconds(5));
        assertThat(boss.goesToTheBot().seesMessages())
                .filteredOn(message -> message.contains("Slack didn’t let me in for a while"))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("account_inactive", "was deactivated", "Nothing is lost", "reinstall the app"));
    }

    @Test
    void onlyAProfileSaysThatAnAccountIsGone() {
        ada.person().goesToTheBot().types("enroll applying-devops");
        faults().next("chat.postMessage", 1, new Fault.Refusal("user_disabled"));
        ada.person().types("next");
        assertThat(FIELD_CERT.learner(ada.person()).profile().deactivated()).isFalse();

        ada.person().client().leavesUnnoticed();
        faults().next("chat.postMessage", 1, new Fault.Refusal("user_disabled"));
        ada.person().types("next");

        assertThat(FIELD_CERT.learner(ada.person()).profile().deactivated()).isTrue();
    }

    @Test
    void slackIsAskedBeforeAnybodyIsErased() {
        ada.person().goesToTheBot().types("enroll applying-devops");
        Profile known = FIELD_CERT.learner(ada.person()).profile();
        FIELD_CERT
                .bean(UpdateProfile.class)
                .update(ada.id(), known.seenAs(known.name(), known.email(), known.zone(), false, true));
        FIELD_CERT.clock().advance(Duration.ofDays(800));
        Erasure erasure = FIELD_CERT.bean(Erasure.class);

        faults().next("users.info", 1, new Fault.Refusal("account_inactive"));
        assertThat(erasure.eraseWhatIsOver(FIELD_CERT.clock().instant())).isZero();
        assertThat(erasure.eraseWhatIsOver(FIELD_CERT.clock().instant())).isZero();

        assertThat(FIELD_CERT.learner(ada.person()).profile().deactivated()).isFalse();
    }

    @Test
    void aPictureThatSlackIsStillProcessingIsWaitedFor() {
        faults().uploadsAreProcessedAfter(2);

        earns(ada);

        assertThat(badge(ada)).contains("[picture: ");
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).hasSize(1);
    }

    @Test
    void aPictureThatIsNeverReadyIsSaidInWords() {
        FIELD_CERT.workspace().deletesAllFiles();
        faults().uploadsAreProcessedAfter(Integer.MAX_VALUE);

        earns(ada);

        assertThat(badge(ada)).contains("Picture:_ ").doesNotContain("[picture: ");
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).hasSize(1);
        assertThat(FIELD_CERT.bean(DeadLetters.class).count()).isZero();
    }

    @Test
    void aPictureThatWasDeletedIsUploadedAnewOnce() {
        earns(ada);
        FIELD_CERT.clock().advance(Duration.ofHours(2));
        FIELD_CERT.workspace().deletesAllFiles();
        Scholar mei = FIELD_CERT.scholar("mei");
        long before = uploads();

        earns(mei);

        assertThat(badge(mei)).contains("[picture: ");
        assertThat(FIELD_CERT.announcementsAbout(mei.person())).hasSize(1);
        assertThat(uploads()).isEqualTo(before + 1);
    }

    @Test
    void aHomeWhosePicturesWereDeletedShowsThemAgain() {
        Person ida = FIELD_CERT.hires("ida");
        ida.types("/cert enroll pipeline").goesToTheBot().opensHome();
        assertThat(ida.home()).contains("[picture: Your journey.");
        FIELD_CERT.workspace().deletesAllFiles();

        ida.goesToTheBot().types("remind me at 15:00");
        FIELD_CERT.later(Duration.ofSeconds(5));
        FIELD_CERT.later(Duration.ofSeconds(5));

        assertThat(ida.opensHome().home()).contains("[picture: Your journey.", "15:00");
    }

    @Test
    void aHomeThatSlackDoesNotShowIsPlainAndHasItsButtons() {
        Person ida = FIELD_CERT.hires("ida");
        ida.types("/cert enroll use-case-ci").goesToTheBot().opensHome();
        FIELD_CERT.clock().advance(Duration.ofSeconds(5));
        double before = errors();
        faults().next("views.publish", 2, new Fault.Refusal("invalid_arguments"));

        ida.goesToTheBot().types("remind me at 15:00");

        assertThat(ida.home())
                .contains("Your journey", "Continuous Integration", "15:00", "[Settings]")
                .doesNotContain("[picture: ");
        assertThat(errors()).isEqualTo(before + 1);
    }

    @Test
    void aFormThatSlackNeverShowsIsOurError() {
        ada.person().types("/cert enroll use-case-ci").goesToTheBot().opensHome();
        double before = errors();
        faults().next("views.open", 1, new Fault.Refusal("invalid_arguments"));

        ada.person().clicks("Settings");

        assertThat(ada.person().goesToTheBot().sees()).contains("That didn’t work");
        assertThat(errors()).isEqualTo(before + 1);
    }

    @Test
    void whatSlackDoesNotShowIsSaidInPlainTextWithItsButtonsAndIsOurError() {
        ada.person().goesToTheBot();
        double before = errors();
        faults().next("chat.postMessage", 1, new Fault.Refusal("invalid_blocks"));

        ada.person().types("enroll use-case-ci");

        assertThat(ada.person().sees()).contains("Know this already?", "[Learn first]");
        ada.person().clicks("Learn first");
        assertThat(ada.person().sees()).contains("card 1 of");
        assertThat(errors()).isEqualTo(before + 1);
        assertThat(FIELD_CERT.bean(DeadLetters.class).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_not_found", "cant_update_message", "edit_window_closed"})
    void aVerdictWhoseQuestionCannotBeReplacedIsSaidAnew(String error) {
        ada.person().goesToTheBot().types("enroll use-case-ci").types("next").clicks("Take the knowledge check");
        faults().next("chat.update", 1, new Fault.Refusal(error));

        ada.answersRight();

        assertThat(ada.person().seesMessages())
                .anyMatch(message -> message.contains("question 1 of up to 21 – answered"));
        assertThat(FIELD_CERT.bean(DeadLetters.class).count()).isZero();
    }

    @Test
    void aFormThatDoesNotOpenInTimeIsOfferedAgainAndIsNoError() {
        ada.person().types("/cert enroll use-case-ci").goesToTheBot().opensHome();
        Button settings = ada.person().button("Settings");
        double before = errors();

        for (Fault fault : new Fault[] {
            new Fault.Refusal("expired_trigger_id"),
            new Fault.Refusal("exchanged_trigger_id"),
            new Fault.RateLimited(Duration.ofSeconds(1)),
            new Fault.Status(500)
        }) {
            faults().next("views.open", 1, fault);
            ada.person().click(settings);
            assertThat(ada.person().hasAFormOpen()).as(fault.toString()).isFalse();
            assertThat(ada.person().goesToTheBot().sees())
                    .as(fault.toString())
                    .contains("Slack didn’t open the form in time. Nothing was changed.", "[Try again]");
            FIELD_CERT.clock().advance(Duration.ofSeconds(2));
            ada.person().clicks("Try again");
            assertThat(ada.person().hasAFormOpen()).as(fault.toString()).isTrue();
            ada.person().closesTheForm();
        }
        assertThat(errors()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations.members", "users.info", "chat.update"})
    void longWorkSurvivesACallThatIsRefusedOrDroppedInItsMiddle(String method) {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        boss.types("/cert-admin role @" + boss.client().user().get("name").getAsString() + " admin");
        var crowd = FIELD_CERT.workspace().channel("crowd-" + method.replace('.', '-'));
        for (int i = 0; i < 5; i++) {
            FIELD_CERT.hires("one").client().joins(crowd);
        }
        faults().next(method, 1, new Fault.Cut());

        boss.types("/cert-admin enroll #crowd-" + method.replace('.', '-') + " use-case-ci");
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.goesToTheBot().seesMessages())
                .noneMatch(message -> message.contains("went wrong on my side"))
                .anyMatch(message -> message.contains("5 people") || message.contains("Enrolled"));
    }

    @Test
    void withoutEveryOptionalScopeItWorksOnAndTheAdminsHearWhatIsMissing() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        boss.types("/cert-admin role @" + boss.client().user().get("name").getAsString() + " admin");
        String group = "team" + boss.id().toLowerCase(Locale.ROOT);
        FIELD_CERT.workspace().group(group, ada.person().client());
        FIELD_CERT.workspace().deletesAllFiles();
        faults().withoutScopes(
                        "dnd:read",
                        "files:write",
                        "files:read",
                        "usergroups:read",
                        "users:read.email",
                        "users.profile:read");

        boss.goesToTheBot().types("/cert-admin enroll @" + group + " use-case-ci");
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.seesMessages()).anyMatch(message -> message.contains("missing_scope"));
        earns(ada);
        assertThat(badge(ada)).contains("You earned a badge").doesNotContain("[picture: ");
        for (int hour = 0; hour < 24; hour++) {
            FIELD_CERT.later(Duration.ofHours(1));
        }

        assertThat(boss.goesToTheBot().seesMessages())
                .anyMatch(message -> message.contains("I don’t have the permission `usergroups:read`"))
                .anyMatch(message -> message.contains("I don’t have the permission `files:write`"))
                .anyMatch(message -> message.contains("I don’t have the permission `dnd:read`"));
        assertThat(FIELD_CERT.bean(DeadLetters.class).count()).isZero();
    }

    @Test
    void withoutTheScopeForFilesAPersonIsToldAndTheAdminsWhatToDo() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        boss.types("/cert-admin role @" + boss.client().user().get("name").getAsString() + " admin");
        earns(ada);
        double before = errors();
        faults().next("files.getUploadURLExternal", 1, new Fault.Unscoped("files:write"));

        ada.person().types("badges").clicks("Download");
        FIELD_CERT.later(Duration.ofSeconds(5));
        FIELD_CERT.later(Duration.ofSeconds(5));

        assertThat(ada.person().sees()).contains("I don’t have the permission `files:write`");
        assertThat(errors()).isEqualTo(before);
        assertThat(boss.goesToTheBot().sees())
                .contains(
                        "I don’t have the permission `files:write`",
                        "no files for certificates and reports",
                        "reinstall");
    }
}
