package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.ApiCall;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.slack.work.AdminWork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The admin's tab in Home. */
class AdminHomeTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    @Test
    void anAdminEnrollsFromHome() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        Person ada = FIELD_CERT.hires("ada");
        boss.opensHome().clicks("Admin");
        assertThat(boss.home()).contains("Running the program", "[Enroll people]");

        boss.clicks("Enroll people").picks("Who", ada.id()).chooses("Applying DevOps");
        boss.submits();
        AdminWork.isDone(FIELD_CERT);

        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
        assertThat(boss.goesToTheBot().sees()).contains("Enrolled 1 person");
    }

    @Test
    void aWholeChannelIsEnrolledFromHome() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        Person ada = FIELD_CERT.hires("ada");
        var east = FIELD_CERT.workspace().channel("east");
        east.invites(ada.client());
        boss.opensHome().clicks("Admin").clicks("Enroll people").chooses("Applying DevOps");

        boss.submits().seesFieldError("Choose a person, a user group, or a channel.");
        boss.picks("And everyone in this channel", east.id()).submits();
        AdminWork.isDone(FIELD_CERT);
        assertThat(FIELD_CERT.bean(Learners.class).find(ada.id())).isEmpty();
        boss.goesToTheBot().clicks("Enroll 1 person");
        AdminWork.isDone(FIELD_CERT);

        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
    }

    @Test
    void aUserGroupIsEnrolledFromHome() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        Person ada = FIELD_CERT.hires("ada");
        FIELD_CERT.workspace().group("sal-north", ada.client());
        boss.opensHome().clicks("Admin").clicks("Enroll people").chooses("Applying DevOps");

        boss.chooses("And everyone in this user group", "@sal-north").submits();
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.goesToTheBot().sees()).contains("Dry run: 1 person to enroll", "From @sal-north into");
        boss.clicks("Enroll 1 person");
        AdminWork.isDone(FIELD_CERT);

        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
    }

    @Test
    void theFormOpensBeforeTheGroupsAreAskedFor() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        FIELD_CERT.workspace().group("sal-south", boss.client());

        boss.opensHome().clicks("Admin").clicks("Enroll people");

        assertThat(boss.seesInModal()).contains("in this user group");
        assertThat(FIELD_CERT.workspace().calls())
                .extracting(ApiCall::method)
                .filteredOn(List.of("views.open", "usergroups.list", "views.update")::contains)
                .containsExactly("views.open", "usergroups.list", "views.update");
    }

    @Test
    void whereGroupsCannotBeListedTheFormSaysTheCommand() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        FIELD_CERT.workspace().faults().always("usergroups.list", new Fault.Refusal("missing_scope"));

        boss.opensHome().clicks("Admin").clicks("Enroll people");

        assertThat(boss.seesInModal()).contains("/cert-admin enroll @group").doesNotContain("in this user group");
    }

    @Test
    void aLearnersHomeHasNoAdminTab() {
        Person ada = FIELD_CERT.hires("ada");

        ada.opensHome();

        assertThat(ada.home()).doesNotContain("[Admin]", "Running the program");
    }
}
