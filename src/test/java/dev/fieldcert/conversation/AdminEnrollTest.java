package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.client.Channel;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.slack.admin.record.AuditText;
import dev.fieldcert.slack.channels.Channels;
import dev.fieldcert.slack.work.AdminWork;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /cert-admin enroll}, {@code announce}, {@code feedback} and {@code help}. */
class AdminEnrollTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final LocalWorkspace workspace = FIELD_CERT.workspace();
    private Person boss;

    @BeforeEach
    void anAdmin() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
    }

    /** The dry run of a group or a channel, which comes in the DM. */
    private Person sees() {
        AdminWork.isDone(FIELD_CERT);
        return boss.goesToTheBot();
    }

    /** Says yes to it. */
    private void enrolls(String people) {
        sees().clicks("Enroll " + people);
        AdminWork.isDone(FIELD_CERT);
    }

    private static String handle(Person person) {
        return person.client().user().get("name").getAsString();
    }

    @Test
    void anAdminEnrollsSomebodyWhoIsToldByWhomAndUntilWhen() {
        Person ada = FIELD_CERT.hires("ada");

        boss.types("/cert-admin enroll @" + handle(ada) + " applying-devops due 2027-03-31");

        assertThat(boss.sees()).contains("Enrolled 1 person in *Applying DevOps*", "March 31, 2027", handle(ada));
        assertThat(ada.sees()).contains("You’re enrolled: Applying DevOps", handle(boss), "March 31, 2027");
        assertThat(FIELD_CERT
                        .learner(ada)
                        .course("applying-devops")
                        .orElseThrow()
                        .due())
                .contains(LocalDate.of(2027, 3, 31));
        assertThat(FIELD_CERT.learner(ada).profile().name()).isEqualTo(handle(ada));
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(ada.id(), 0, 5))
                .anyMatch(entry -> entry.by().equals(boss.id())
                        && AuditText.of(entry.what()).contains("applying-devops"));
    }

    @Test
    void enrollingAgainDoesNothingTwice() {
        Person ada = FIELD_CERT.hires("ada");
        boss.types("/cert-admin enroll @" + handle(ada) + " applying-devops");
        int heard = ada.seesMessages().size();

        boss.types("/cert-admin enroll @" + handle(ada) + " applying-devops due 2027-03-31");

        assertThat(boss.sees())
                .contains(
                        "I didn’t enroll anyone new in *Applying DevOps*",
                        "Already enrolled, no change",
                        "/cert-admin due");
        assertThat(ada.seesMessages()).hasSize(heard);
    }

    @Test
    void theSameNamesAreUnderstoodWhenSlackDoesNotEscapeThem() {
        Person ada = FIELD_CERT.hires("ada");
        Person carl = FIELD_CERT.hires("carl");
        Person dora = FIELD_CERT.hires("dora");
        workspace.group("sal-emea", carl.client());
        workspace.channel("west").invites(dora.client());

        // The stand-in finds names as they are written only: in capitals they arrive as they were typed.
        boss.types("/cert-admin enroll @" + handle(ada).toUpperCase(Locale.ROOT) + " applying-devops");
        boss.types("/cert-admin enroll @SAL-EMEA applying-devops");
        enrolls("1 person");
        boss.types("/cert-admin enroll #WEST applying-devops");
        enrolls("1 person");

        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
        assertThat(FIELD_CERT.learner(carl).course("applying-devops")).isPresent();
        assertThat(FIELD_CERT.learner(dora).course("applying-devops")).isPresent();
    }

    @Test
    void customersInASharedChannelAreLeftOutAndNamed() {
        Person ada = FIELD_CERT.hires("ada");
        Person customer = FIELD_CERT.hires("customer");
        customer.client().worksAt("T0OTHER");
        Channel room = workspace.channel("deal-room");
        room.invites(ada.client(), customer.client());

        boss.types("/cert-admin enroll #deal-room applying-devops");

        assertThat(sees().sees())
                .contains("Dry run: 1 person to enroll", "From another company, skipped (1): @customer");
        enrolls("1 person");
        boss.types("/cert-admin enroll @" + handle(customer) + " applying-devops");
        assertThat(boss.sees()).contains("I didn’t enroll anyone new", "From another company, skipped (1)");
        assertThat(FIELD_CERT.bean(Learners.class).find(customer.id())).isEmpty();
    }

    @Test
    void aGroupIsEnrolledWhilstBotsAndLeaversAreSkippedAndGuestsNamed() {
        Person ada = FIELD_CERT.hires("ada");
        Person guest = FIELD_CERT.hires(PersonSpec.named("guest").asGuest());
        Person left = FIELD_CERT.hires("left");
        left.client().leavesTheCompany();
        workspace.group(
                "mixed", ada.client(), guest.client(), left.client(), workspace.personById(workspace.botUser()));

        boss.types("/cert-admin enroll @mixed applying-devops due 2027-03-31");

        assertThat(sees().sees())
                .contains(
                        "Dry run: 2 people to enroll",
                        "From @mixed into *Applying DevOps*, due *March 31, 2027*: ",
                        "Guests to be enrolled",
                        "Bots, skipped (1)",
                        "Deactivated, skipped (1): ",
                        "Nothing has changed yet");
        assertThat(FIELD_CERT.bean(Learners.class).find(ada.id())).isEmpty();
        enrolls("2 people");
        assertThat(boss.sees()).contains("Enrolled 2 people").doesNotContain(handle(left));
        assertThat(FIELD_CERT
                        .learner(ada)
                        .course("applying-devops")
                        .orElseThrow()
                        .due())
                .contains(LocalDate.of(2027, 3, 31));
    }

    @Test
    void whoIsInAlreadyStaysAsTheyAreAndWhereNobodyIsNewThereIsNothingToClick() {
        Person ada = FIELD_CERT.hires("ada");
        Person carl = FIELD_CERT.hires("carl");
        workspace.channel("pair").invites(ada.client(), carl.client());
        boss.types("/cert-admin enroll @" + handle(ada) + " applying-devops");

        boss.types("/cert-admin enroll #pair applying-devops due 2027-03-31");
        assertThat(sees().sees())
                .contains("Dry run: 1 person to enroll", "no change (1): " + "@" + handle(ada), "/cert-admin due");
        enrolls("1 person");
        assertThat(FIELD_CERT
                        .learner(ada)
                        .course("applying-devops")
                        .orElseThrow()
                        .due())
                .isEmpty();

        boss.types("/cert-admin enroll #pair applying-devops");
        assertThat(sees().sees())
                .contains("Nobody to enroll", "#pair", "no change (2)", "Nothing was changed.")
                .doesNotContain("[Enroll");
    }

    @Test
    void aDryRunThatIsAnsweredWithNotNowChangesNothingAndIsOver() {
        Person ada = FIELD_CERT.hires("ada");
        workspace.group("maybe", ada.client());
        boss.types("/cert-admin enroll @maybe applying-devops");
        Button yes = sees().button("Enroll 1 person");

        boss.clicks("Cancel");
        assertThat(boss.sees()).contains("I dropped this dry run. Nothing was changed.");
        boss.click(yes);
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.seesMessages()).anyMatch(message -> message.contains("already started this"));
        assertThat(FIELD_CERT.bean(Learners.class).find(ada.id())).isEmpty();
    }

    @Test
    void aNotNowAfterTheYesDoesNotClaimThatNothingWasChanged() {
        Person ada = FIELD_CERT.hires("ada");
        workspace.group("both", ada.client());
        boss.types("/cert-admin enroll @both applying-devops");
        Button yes = sees().button("Enroll 1 person");
        Button no = boss.button("Cancel");

        boss.click(yes);
        boss.click(no);
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.seesMessages())
                .anyMatch(message -> message.contains("already started this"))
                .noneMatch(message -> message.contains("Nothing was changed"));
        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
    }

    @Test
    void aDoubleClickEnrollsOnceAndAPlanIsForgottenAfterADay() {
        Person ada = FIELD_CERT.hires("ada");
        workspace.group("once", ada.client());
        boss.types("/cert-admin enroll @once applying-devops");
        Button yes = sees().button("Enroll 1 person");
        boss.click(yes);
        boss.click(yes);
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.seesMessages())
                .anyMatch(message -> message.contains("already started this"))
                .filteredOn(message -> message.contains("Enrolled 1 person"))
                .hasSize(1);
        assertThat(ada.seesMessages()).hasSize(1);

        Person carl = FIELD_CERT.hires("carl");
        workspace.group("late", carl.client());
        boss.types("/cert-admin enroll @late applying-devops");
        Button late = sees().button("Enroll 1 person");
        FIELD_CERT.clock().advance(Duration.ofHours(25));
        boss.click(late);
        AdminWork.isDone(FIELD_CERT);

        assertThat(FIELD_CERT.bean(Learners.class).find(carl.id())).isEmpty();
    }

    @Test
    void anotherAdminsYesIsNotTheirs() {
        Person ada = FIELD_CERT.hires("ada");
        Person other = FIELD_CERT.hires(PersonSpec.named("other").asAdmin());
        workspace.group("mine", ada.client());
        boss.types("/cert-admin enroll @mine applying-devops");
        Button yes = sees().button("Enroll 1 person");

        other.click(yes);
        AdminWork.isDone(FIELD_CERT);
        assertThat(FIELD_CERT.bean(Learners.class).find(ada.id())).isEmpty();

        boss.click(yes);
        AdminWork.isDone(FIELD_CERT);
        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
    }

    @Test
    void whoIsNoAdminAnyMoreCannotSayYes() {
        Person ada = FIELD_CERT.hires("ada");
        Person bob = FIELD_CERT.hires("bob");
        workspace.group("guarded", ada.client());
        boss.types("/cert-admin role @" + handle(boss) + " admin");
        boss.types("/cert-admin role @" + handle(bob) + " admin");
        bob.types("/cert-admin enroll @guarded applying-devops");
        AdminWork.isDone(FIELD_CERT);
        Button yes = bob.goesToTheBot().button("Enroll 1 person");
        boss.types("/cert-admin role @" + handle(bob) + " none");

        bob.click(yes);
        AdminWork.isDone(FIELD_CERT);

        assertThat(bob.sees()).contains("Only program admins can use");
        assertThat(FIELD_CERT.bean(Learners.class).find(ada.id())).isEmpty();
    }

    @Test
    void somePeopleNamedOneByOneAreEnrolledAtOnceAndManyAfterADryRun() {
        String some = names(15);
        boss.types("/cert-admin enroll " + some + "applying-devops");
        assertThat(boss.sees()).contains("Enrolled 15 people");

        boss.types("/cert-admin enroll " + names(16) + "applying-devops");

        assertThat(sees().sees()).contains("Dry run: 16 people to enroll", "From 16 people into");
    }

    private static String names(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "@" + handle(FIELD_CERT.hires("rep")) + " ")
                .collect(Collectors.joining());
    }

    @Test
    void whatTheDryRunFoundIsLookedAtAgainWhenItIsDone() {
        Person ada = FIELD_CERT.hires("ada");
        Person carl = FIELD_CERT.hires("carl");
        Person dora = FIELD_CERT.hires("dora");
        workspace.group("moving", ada.client(), carl.client(), dora.client());
        boss.types("/cert-admin enroll @moving applying-devops");
        Button yes = sees().button("Enroll 3 people");
        ada.types("/cert enroll applying-devops");
        carl.client().leavesTheCompany();
        FIELD_CERT.settle();

        boss.click(yes);
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.sees())
                .contains(
                        "Enrolled 1 person in *Applying DevOps*: @" + handle(dora),
                        "no change (1): @" + handle(ada),
                        "Deactivated, skipped (1)");
    }

    @Test
    void aLargeGroupIsEnrolledInTheBackgroundWithOneMessageThatSaysHowFar() {
        PersonClient[] recipients = IntStream.range(0, 60)
                .mapToObj(i -> FIELD_CERT.hires("rep").client())
                .toArray(PersonClient[]::new);
        workspace.group("everyone-in-sales", recipients);

        boss.types("/cert-admin enroll @everyone-in-sales applying-devops");
        assertThat(boss.seesMessages()).anyMatch(message -> message.contains("You can see my progress in our DM"));
        enrolls("60 people");

        assertThat(boss.seesMessages())
                .filteredOn(message -> message.contains("Enrolled 60 people"))
                .hasSize(1);
        boss.types("/cert-admin enroll @everyone-in-sales applying-devops");
        assertThat(sees().sees()).contains("Nobody to enroll", "no change (60)");
        assertThat(workspace.personById(recipients[7].id()).directMessages()).hasSize(1);
    }

    /** Slack wants patience in the middle of it: everybody is enrolled, and the welcomes come when they may. */
    @Test
    void aCrowdIsEnrolledThoughItsWelcomesHaveToWait() {
        PersonClient[] recipients = IntStream.range(0, 50)
                .mapToObj(i -> FIELD_CERT.hires("rep").client())
                .toArray(PersonClient[]::new);
        workspace.group("in-a-rush", recipients);
        boss.types("/cert-admin enroll @in-a-rush applying-devops");
        sees();
        workspace.faults().next("dnd.info", 1, new Fault.RateLimited(Duration.ofMinutes(1)));

        enrolls("50 people");

        assertThat(boss.sees()).contains("Enrolled 50 people");
        assertThat(recipients).allMatch(person -> person.directMessages().isEmpty());
        assertThat(FIELD_CERT.bean(Learners.class).backlog().messages()).isEqualTo(50);
        FIELD_CERT.later(Duration.ofMinutes(2));
        assertThat(recipients)
                .allMatch(person -> person.directMessages().stream()
                                .filter(message ->
                                        message.get("text").getAsString().contains("You’re enrolled"))
                                .count()
                        == 1);
    }

    @Test
    void whatIsNotUnderstoodIsSaidAndChangesNothing() {
        Person ada = FIELD_CERT.hires("ada");
        String at = "@" + handle(ada);

        boss.types("/cert-admin enroll");
        assertThat(boss.sees()).contains("Who do you want to enroll?");
        boss.types("/cert-admin enroll " + at);
        assertThat(boss.sees()).contains("In which path or course?", "applying-devops");
        boss.types("/cert-admin enroll " + at + " basket-weaving");
        assertThat(boss.sees()).contains("know a path or course called “basket-weaving”");
        boss.types("/cert-admin enroll @nobody-at-all applying-devops");
        assertThat(boss.sees()).contains("can’t find “@nobody-at-all”");
        boss.types("/cert-admin enroll #no-such-channel applying-devops");
        assertThat(boss.sees()).contains("can’t see a channel called “#no-such-channel”", "/invite");
        boss.types("/cert-admin enroll " + at + " applying-devops due when it rains");
        assertThat(boss.sees()).contains("I couldn’t read “when it rains” as a date", "March 31, 2027");
        boss.types("/cert-admin enroll " + at + " applying-devops due 2020-01-01");
        assertThat(boss.sees()).contains("has already passed");
        boss.types("/cert-admin enroll @everyone applying-devops");
        assertThat(boss.sees()).contains("could be anyone");
        assertThat(ada.sees()).isEmpty();
    }

    @Test
    void aLearnerIsRefusedFriendly() {
        Person ada = FIELD_CERT.hires("ada");

        ada.types("/cert-admin enroll @" + handle(ada) + " applying-devops");

        assertThat(ada.sees()).contains("Only program admins can use");
    }

    @Test
    void badgesMoveToAnotherChannelOnlyWhenTheBotIsThere() {
        Channel west = workspace.channel("west-wins").removesTheBot();
        boss.types("/cert-admin announce #west-wins");
        assertThat(boss.sees()).contains("I’m not in", "/invite @FieldCert", "Nothing was changed");

        west.invitesTheBot();
        boss.types("/cert-admin announce #west-wins west");
        assertThat(boss.sees()).contains("I’ll post badges for the cohort *west*");
        boss.types("/cert-admin announce");
        assertThat(boss.sees()).contains("cohort *west*");
        boss.types("/cert-admin announce applying-devops");
        assertThat(boss.sees()).contains("Name one channel", "“applying-devops”");
    }

    @Test
    void aGroupTheBotCannotSeeIsNamedAndNobodyIsEnrolled() {
        Person ada = FIELD_CERT.hires("ada");
        workspace.group("secret-team", ada.client());
        workspace.faults().always("usergroups.users.list", new Fault.Refusal("permission_denied"));

        boss.types("/cert-admin enroll @secret-team applying-devops");

        assertThat(sees().sees())
                .contains("can’t see into the group", "secret-team", "permission_denied", "Nothing was changed");
        assertThat(ada.sees()).isEmpty();
    }

    @Test
    void badgesOfAPathMoveToItsOwnChannelAndBack() {
        Channel pipeline = workspace.channel("pipeline-badges").invitesTheBot();
        boss.types("/cert-admin announce #pipeline-badges path nonsense");
        assertThat(boss.sees()).contains("no path called “nonsense”", "`pipeline`", "Nothing was changed");

        boss.types("/cert-admin announce #pipeline-badges path pipeline");
        assertThat(boss.sees()).contains("I’ll post badges for the path *Pipeline Generation & Qualification*");
        boss.types("/cert-admin announce");
        assertThat(boss.sees()).contains("badges for the path *Pipeline", "Each badge goes to one channel");

        boss.types("/cert-admin announce none path pipeline");
        assertThat(boss.sees()).contains("I’ll post them where the other badges go");
        boss.types("/cert-admin announce none path pipeline");
        assertThat(boss.sees()).contains("There’s no channel set for that");
        assertThat(FIELD_CERT.bean(Channels.class).chosen()).isEmpty();
        assertThat(pipeline.messages()).isEmpty();
    }

    @Test
    void feedbackMovesToAnotherChannel() {
        Channel ears = workspace.channel("ears").invitesTheBot();
        Person ada = FIELD_CERT.hires("ada");

        boss.types("/cert-admin feedback #ears");
        ada.types("/cert feedback More cowbell");

        assertThat(ada.seesIn(ears)).anyMatch(message -> message.contains("More cowbell"));
    }

    @Test
    void theHelpNamesEveryWord() {
        boss.types("/cert-admin help");

        assertThat(boss.sees()).contains("enroll @user|@group|#channel", "status @user", "report", "announce #channel");
    }

    @Test
    void anAdminSeesWhereSomebodyStands() {
        Person ada = FIELD_CERT.hires("ada");
        ada.types("/cert enroll applying-devops");

        boss.types("/cert-admin status @" + handle(ada));

        assertThat(boss.sees()).contains(handle(ada), "’s progress", "Applying DevOps", "attempts left");
        boss.types("/cert-admin status");
        assertThat(boss.sees()).contains("Name one person");
    }
}
