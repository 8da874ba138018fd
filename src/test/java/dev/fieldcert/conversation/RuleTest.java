package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.client.Channel;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.admin.rules.EnrollmentRules;
import dev.fieldcert.slack.work.AdminWork;
import dev.fieldcert.team.admin.Roles;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /cert-admin rule}: whoever joins is enrolled by itself. */
class RuleTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private static int channels;

    private final LocalWorkspace workspace = FIELD_CERT.workspace();
    private Person boss;
    private Person ada;
    private Person mei;
    private Channel channel;

    @BeforeEach
    void anAdminAChannelAndTwoPeople() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        FIELD_CERT.bean(Roles.class).change(boss.id(), Roles.Role.ADMIN, boss.id(), true);
        ada = FIELD_CERT.hires("ada");
        mei = FIELD_CERT.hires("mei");
        channel = workspace.channel("ams-sal-" + ++channels).invitesTheBot();
    }

    private static boolean isEnrolled(Person person) {
        return FIELD_CERT
                .bean(Learners.class)
                .find(person.id())
                .flatMap(learner -> learner.course("applying-devops"))
                .isPresent();
    }

    private void writes(String rule) {
        boss.goesToTheBot().types("/cert-admin rule " + rule);
        AdminWork.isDone(FIELD_CERT);
    }

    private void says(String button) {
        boss.clicks(button);
        AdminWork.isDone(FIELD_CERT);
    }

    private void joins(Person person) {
        channel.invites(person.client());
        workspace.events().awaitQuiet();
        FIELD_CERT.settle();
    }

    @Test
    void whoIsInTheChannelIsShownFirstAndWhoJoinsLaterIsEnrolledByItself() {
        Person guest = FIELD_CERT.hires(PersonSpec.named("guest").asGuest());
        channel.invites(ada.client(), guest.client());

        writes("ams in #" + channel.name() + " → applying-devops, due 90 days after joining");
        assertThat(boss.sees())
                .contains(
                        "Dry run: the rule ams",
                        "It would enroll 1 person now",
                        "*Applying DevOps*, due *2027-01-31*",
                        "Guests, skipped (1)",
                        "Nothing has changed yet");
        joins(mei);
        assertThat(isEnrolled(ada)).isFalse();
        assertThat(isEnrolled(mei)).as("nothing before the yes").isFalse();

        says("Start and enroll 1 person");
        assertThat(boss.sees()).contains("Enrolled *2*");
        Person linus = FIELD_CERT.hires("linus");
        joins(linus);

        assertThat(isEnrolled(linus)).isTrue();
        assertThat(FIELD_CERT
                        .learner(linus)
                        .course("applying-devops")
                        .orElseThrow()
                        .due())
                .contains(LocalDate.of(2027, 1, 31));
        FIELD_CERT.tick();
        assertThat(linus.seesMessages()).anyMatch(message -> message.contains("You’re enrolled: Applying DevOps"));
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(linus.id(), 0, 5))
                .anyMatch(entry -> entry.by().equals(boss.id()) && entry.why().equals("rule: ams"));
        assertThat(isEnrolled(guest)).isFalse();
        boss.types("/cert-admin rules");
        assertThat(boss.sees()).contains("*ams* · on · 3 people so far");
    }

    @Test
    void anEventThatComesAgainEnrollsOnceAndWhoWasTakenOutStaysOut() {
        writes("ams in #" + channel.name() + " → applying-devops");
        says("Start the rule");
        workspace.events().deliverEach(3);
        joins(ada);
        workspace.events().deliverEach(1);
        FIELD_CERT.tick();
        assertThat(ada.seesMessages())
                .filteredOn(message -> message.contains("You’re enrolled"))
                .hasSize(1);

        boss.types("/cert-admin unenroll @" + ada.client().user().get("name").getAsString() + " applying-devops");
        FIELD_CERT.bean(EnrollmentRules.class).catchUp();

        assertThat(isEnrolled(ada)).isFalse();
    }

    @Test
    void twoRulesActOnTheSameEvent() {
        writes("ams in #" + channel.name() + " → applying-devops");
        says("Start the rule");
        writes("all in #" + channel.name() + " → use-case-ci");
        says("Start the rule");

        joins(ada);

        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
        assertThat(FIELD_CERT.learner(ada).course("use-case-ci")).isPresent();
    }

    @Test
    void whoJoinsAChannelTheBotIsNotInIsFoundByTheNextLook() {
        channel.removesTheBot();
        writes("ams in #" + channel.name() + " → applying-devops");
        assertThat(boss.sees()).contains("I’m not in ", "/invite @FieldCert");
        says("Start the rule");

        joins(ada);
        assertThat(isEnrolled(ada)).isFalse();
        FIELD_CERT.bean(EnrollmentRules.class).catchUp();
        assertThat(isEnrolled(ada)).isTrue();
    }

    @Test
    void whoWasErasedIsNotEnrolledAgain() {
        channel.invites(ada.client());
        writes("ams in #" + channel.name() + " → applying-devops");
        says("Start and enroll 1 person");

        boss.types("/cert-admin erase @" + ada.client().user().get("name").getAsString())
                .clicks("Erase for good");
        AdminWork.isDone(FIELD_CERT);
        FIELD_CERT.bean(EnrollmentRules.class).catchUp();
        ada.client().becomes("Leader");
        FIELD_CERT.settle();

        assertThat(FIELD_CERT.bean(Learners.class).find(ada.id())).isEmpty();
    }

    @Test
    void whomNoEventToldOfIsEnrolledByTheNextLook() {
        writes("ams in #" + channel.name() + " → applying-devops");
        says("Start the rule");
        workspace.events().hold();
        joins(ada);
        assertThat(isEnrolled(ada)).isFalse();

        FIELD_CERT.bean(EnrollmentRules.class).catchUp();
        assertThat(isEnrolled(ada)).isTrue();
        workspace.events().release(1);
        FIELD_CERT.settle();
    }

    @Test
    void aPausedRuleEnrollsNobodyAndIsResumedByADryRun() {
        writes("ams in #" + channel.name() + " → applying-devops");
        says("Start the rule");
        boss.types("/cert-admin rules").clicks("Pause");
        assertThat(boss.sees()).contains("*ams* · paused");
        joins(ada);
        FIELD_CERT.bean(EnrollmentRules.class).catchUp();
        assertThat(isEnrolled(ada)).isFalse();

        says("Resume");
        assertThat(boss.sees()).contains("It would enroll 1 person now");
        says("Start and enroll 1 person");
        assertThat(isEnrolled(ada)).isTrue();

        boss.types("/cert-admin rules").clicks("Remove");
        assertThat(boss.sees()).contains("There are no rules yet");
        assertThat(isEnrolled(ada)).as("who was enrolled stays").isTrue();
        boss.types("/cert-admin audit program");
        assertThat(boss.sees()).contains("started the rule ams", "paused the rule ams", "removed the rule ams");
    }

    @Test
    void whoIsAddedToAUserGroupIsEnrolled() {
        String handle = "sal-" + channel.name();
        String group = workspace.group(handle);
        writes("emea in @" + handle + " → applying-devops");
        says("Start the rule");

        workspace.addsToGroup(group, ada.client());
        FIELD_CERT.settle();

        assertThat(isEnrolled(ada)).isTrue();
        assertThat(isEnrolled(mei)).isFalse();
    }

    @Test
    void whoseProfileFitsIsEnrolledWhenTheyComeOrWhenItChanges() {
        writes("leaders profile title contains \"strategic account\" and profile email ends with \"@example.com\" "
                + "→ applying-devops");
        says("Start the rule");

        Person linus = FIELD_CERT.hires(PersonSpec.named("linus").withTitle("Strategic Account Leader"));
        FIELD_CERT.settle();
        assertThat(isEnrolled(linus)).isTrue();
        assertThat(isEnrolled(ada)).isFalse();

        ada.client().becomes("Senior Strategic Account Leader");
        FIELD_CERT.settle();
        assertThat(isEnrolled(ada)).isTrue();
    }

    @Test
    void aRuleReadsTheRostersColumnsAndCountsFromTheStartDate() {
        String list = "Work Email,Job Title,Hire Date\n%s,Strategic Account Leader,2026-10-01\n%s,Engineer,2026-10-01\n"
                .formatted(email(ada), email(mei));
        FIELD_CERT.hasTheRoster(list);

        writes("sal title contains “Strategic Account” -> applying-devops, due 90 days after start");
        assertThat(boss.sees()).contains("Dry run: the rule sal", "New enrollments: *1*");
        says("Start and enroll 1 person");
        assertThat(FIELD_CERT
                        .learner(ada)
                        .course("applying-devops")
                        .orElseThrow()
                        .due())
                .contains(LocalDate.of(2026, 12, 30));

        says("Review it");
        says("Use this list");
        FIELD_CERT.hasTheRoster(list.replace("Engineer", "Strategic Account Executive"));
        assertThat(boss.sees()).as("one of two is a sudden change").contains("would change something for 1 of them");
        says("Review it");
        says("Apply to 1");
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(mei.id(), 0, 5))
                .anyMatch(entry -> entry.why().equals("rule: sal"));
    }

    @Test
    void whatTheRosterDoesNotHaveIsSaid() {
        FIELD_CERT.hasTheRoster("Work Email,Job Title\n%s,Strategic Account Leader\n".formatted(email(ada)));

        writes("sal region is \"EMEA\" → applying-devops");
        assertThat(boss.sees()).contains("The roster has no column “region”. Its columns are: “email, title”");
        writes("sal title contains \"Account\" → applying-devops, due 90 days after start");
        assertThat(boss.sees()).contains("line 2: has no start date, and the rule “sal” needs one");
    }

    @Test
    void whatIsNoRuleIsRefusedAtOnce() {
        boss.types("/cert-admin rule ams in #" + channel.name() + " → basket-weaving");
        assertThat(boss.sees()).contains("I don’t know a path or course called “basket-weaving”");
        boss.types("/cert-admin rule ams in #no-such-channel → applying-devops");
        assertThat(boss.sees()).contains("I can’t see a channel called “no-such-channel”");
        boss.types("/cert-admin rule ams whoever → applying-devops");
        assertThat(boss.sees()).contains("I don’t understand `whoever`");
        boss.types("/cert-admin rules");
        assertThat(boss.sees()).contains("There are no rules yet");
    }

    @Test
    void aFormWritesOneToo() {
        channel.invites(ada.client());
        boss.opensHome()
                .clicks("Admin")
                .clicks("New rule")
                .enters("Name", "ams")
                .enters("Rule", "in #" + channel.name() + " → applying-devops");
        boss.submits().goesToTheBot();
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.sees()).contains("Dry run: the rule ams");
        Button yes = boss.button("Start and enroll 1 person");
        mei.click(yes);
        assertThat(isEnrolled(ada)).as("a forged yes").isFalse();
        boss.click(yes).click(yes);
        AdminWork.isDone(FIELD_CERT);
        assertThat(isEnrolled(ada)).isTrue();
    }

    private static String email(Person person) {
        return person.client().user().getAsJsonObject("profile").get("email").getAsString();
    }
}
