package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.work.AdminWork;
import dev.fieldcert.team.admin.Roles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code FIELDCERT_ROSTER}: a list that is read by itself. */
class RosterFeedTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private Person boss;
    private List<Person> people;

    @BeforeEach
    void anAdminAndTenPeople() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        FIELD_CERT.bean(Roles.class).change(boss.id(), Roles.Role.ADMIN, boss.id(), true);
        people = IntStream.range(0, 10).mapToObj(i -> FIELD_CERT.hires("rep")).toList();
    }

    private static String email(Person person) {
        return person.client().user().getAsJsonObject("profile").get("email").getAsString();
    }

    /** Everybody in one course. */
    private static String list(List<Person> of) {
        return of.stream()
                .map(person -> email(person) + ",applying-devops\n")
                .collect(Collectors.joining("", "Work Email,course\n", ""));
    }

    private static boolean isEnrolled(Person person) {
        return FIELD_CERT
                .bean(Learners.class)
                .find(person.id())
                .flatMap(learner -> learner.course("applying-devops"))
                .isPresent();
    }

    private long enrolled() {
        return people.stream().filter(RosterFeedTest::isEnrolled).count();
    }

    /** The admin looks at what waits, and says yes. */
    private void agrees(String yes) {
        boss.clicks("Review it");
        AdminWork.isDone(FIELD_CERT);
        boss.clicks(yes);
        AdminWork.isDone(FIELD_CERT);
    }

    private void theFirstListIsAccepted() {
        FIELD_CERT.hasTheRoster(list(people));
        agrees("Apply to 10");
        assertThat(enrolled()).isEqualTo(10);
    }

    @Test
    void theFirstListWaitsForAYesAndSaysSoOnce() {
        FIELD_CERT.hasTheRoster(list(people));
        FIELD_CERT.hasTheRoster(list(people));

        assertThat(boss.seesMessages()).hasSize(1);
        assertThat(boss.sees())
                .contains("The first list is here", "It has 10 people, and would change something for 10 of them");
        assertThat(enrolled()).isZero();

        boss.clicks("Review it");
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.sees()).contains("Dry run: what the roster would do", "New enrollments: *10*");
        assertThat(enrolled()).isZero();

        boss.clicks("Apply to 10");
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.sees()).contains("Enrolled *10*");
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(people.get(0).id(), 0, 5))
                .anyMatch(entry -> entry.by().equals(boss.id()) && entry.why().equals("rule: roster"));
    }

    @Test
    void theLinesOfTheFirstListThatCannotBeUsedAreStillNamedAfterTheYes() {
        FIELD_CERT.hasTheRoster(list(people) + "nobody@elsewhere.example,applying-devops\nada,no-such-course\n");
        agrees("Apply to 10");

        boss.types("/cert-admin roster");

        assertThat(boss.sees()).contains("Not in this workspace yet: 1", "Lines I can’t use");
    }

    @Test
    void aNewcomerIsEnrolledWithoutAQuestionAndOnceOnly() {
        theFirstListIsAccepted();
        Person mei = FIELD_CERT.hires("mei");
        List<Person> more = new ArrayList<>(people);
        more.add(mei);

        FIELD_CERT.hasTheRoster(list(more));

        assertThat(isEnrolled(mei)).isTrue();
        assertThat(mei.seesMessages())
                .filteredOn(message -> message.contains("You’re enrolled"))
                .hasSize(1);
        boss.types("/cert-admin unenroll @" + mei.client().user().get("name").getAsString() + " applying-devops");
        assertThat(isEnrolled(mei)).isFalse();
        FIELD_CERT.hasTheRoster(list(more));
        assertThat(isEnrolled(mei)).as("who was taken out stays out").isFalse();
    }

    @Test
    void whoIsGoneIsNamedOnceAndStaysEnrolled() {
        theFirstListIsAccepted();
        int heard = boss.seesMessages().size();

        FIELD_CERT.hasTheRoster(list(people.subList(1, 10)));
        FIELD_CERT.hasTheRoster(list(people.subList(1, 10)));

        assertThat(boss.seesMessages()).hasSize(heard + 1);
        assertThat(boss.sees()).contains("No longer in the list* (1): " + email(people.get(0)), "They stay enrolled");
        assertThat(isEnrolled(people.get(0))).isTrue();
        FIELD_CERT.hasTheRoster(list(people));
        boss.types("/cert-admin roster");
        assertThat(boss.sees()).doesNotContain("No longer in the list");
    }

    @Test
    void aSuddenChangeWaitsAndOneThatIsTakenBackIsForgotten() {
        theFirstListIsAccepted();
        List<Person> crowd = new ArrayList<>(people);
        IntStream.range(0, 3).forEach(i -> crowd.add(FIELD_CERT.hires("new")));

        FIELD_CERT.hasTheRoster(list(crowd));

        assertThat(boss.sees()).contains("changed by more than 20%", "13 people (before: 10; new: 3; gone: 0)");
        assertThat(crowd.stream().filter(RosterFeedTest::isEnrolled)).hasSize(10);

        FIELD_CERT.hasTheRoster(list(crowd.subList(0, 12)));
        assertThat(crowd.stream().filter(RosterFeedTest::isEnrolled))
                .as("a fifth is no sudden change")
                .hasSize(12);
        boss.types("/cert-admin roster");
        assertThat(boss.sees()).doesNotContain("needs your OK").contains("12 people");
    }

    @Test
    void halfAFileChangesNothingUntilAnAdminAgrees() {
        theFirstListIsAccepted();

        FIELD_CERT.hasTheRoster(list(people.subList(0, 5)));
        assertThat(boss.sees()).contains("5 people (before: 10; new: 0; gone: 5), and would change nothing");
        agrees("Use this list");

        boss.types("/cert-admin roster");
        assertThat(boss.sees()).contains("No longer in the list* (5)").doesNotContain("needs your OK");
        assertThat(enrolled()).isEqualTo(10);
    }

    @Test
    void aBadFileChangesNothingAndIsReportedOnce() {
        theFirstListIsAccepted();
        int heard = boss.seesMessages().size();

        FIELD_CERT.hasTheRoster("<html>Please sign in</html>");
        FIELD_CERT.hasTheRoster("<html>Please sign in</html>");

        assertThat(boss.seesMessages()).hasSize(heard + 1);
        assertThat(boss.sees())
                .contains("I can’t use the newest list", "The first line should be", "Nothing was changed");
        FIELD_CERT.hasTheRoster(list(people));
        boss.types("/cert-admin roster");
        assertThat(boss.sees()).doesNotContain("can’t use the newest list").contains("10 people");
    }

    @Test
    void managersAndCohortsFollowAndACircleIsNamed() {
        String ada = email(people.get(0));
        String mia = email(people.get(1));
        String table = "\uFEFFEmail;Manager Email;Cohort\r\n%s;%s;West\r\n%s;%s;West\r\n"
                .formatted(ada.toUpperCase(java.util.Locale.ROOT), mia, mia, ada);
        FIELD_CERT.hasTheRoster(table.getBytes(StandardCharsets.UTF_16LE));

        boss.clicks("Review it");
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.sees()).contains("Managers set: *1*", "line 3: the manager reports to this person");
        boss.clicks("Apply to 1");
        AdminWork.isDone(FIELD_CERT);

        var learner = FIELD_CERT.learner(people.get(0));
        assertThat(learner.profile().manager()).contains(people.get(1).id());
        assertThat(learner.profile().cohort()).isEqualTo("West");
    }

    @Test
    void aLearnersForgedYesIsRefused() {
        FIELD_CERT.hasTheRoster(list(people));
        Button look = boss.button("Review it");
        boss.clicks("Review it");
        AdminWork.isDone(FIELD_CERT);

        people.get(0).click(look);
        people.get(0).click(boss.button("Apply to 10"));
        AdminWork.isDone(FIELD_CERT);

        assertThat(enrolled()).isZero();
        assertThat(people.get(0).seesMessages())
                .hasSize(2)
                .allMatch(message -> message.contains("Only program admins can use"));
    }
}
