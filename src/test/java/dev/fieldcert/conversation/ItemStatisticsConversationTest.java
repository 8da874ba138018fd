package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.item.ItemDecisions;
import dev.fieldcert.learner.record.Records;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.work.AdminWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What answers say about questions, from the first click on to the author's screen. */
class ItemStatisticsConversationTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private Person boss;

    @BeforeEach
    void anAdmin() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
    }

    private static String at(Person person) {
        return "@" + person.client().user().get("name").getAsString();
    }

    /** @return a question that they answered */
    private static String answers(String name, boolean right) {
        Scholar scholar = FIELD_CERT.scholar(name);
        scholar.person().goesToTheBot().types("enroll familiar").clicks("Take the knowledge check");
        scholar.finishes(right);
        return FIELD_CERT.bean(Records.class).answersOf(scholar.id()).get(0).question();
    }

    @Test
    void anAnswerIsCountedWithinTenMinutesAndLeadsFromTheProgramToTheItem() {
        boss.goesToTheBot().types("/cert-admin items");
        assertThat(boss.sees()).contains("Question statistics");
        answers("ada", true);
        String question = answers("ben", false);

        FIELD_CERT.calendar();

        boss.types("/cert-admin items");
        assertThat(boss.sees()).contains("No alarms", "answered", "Get everything as CSV");
        boss.types("/cert-admin items familiar");
        assertThat(boss.sees()).contains("The check*: 2 attempts", "mean score 50%", "its rule is");
        boss.clicks("Open");
        assertThat(boss.sees()).contains("Asked in the check", "· n ");
        boss.types("/cert-admin items " + question);
        assertThat(boss.sees()).contains(question, "In the check", "*Facility*: ", "Fewer than 30 people");
    }

    private void reports(String name) {
        Scholar scholar = FIELD_CERT.scholar(name);
        Person person = scholar.person();
        person.types("/cert enroll kinds").goesToTheBot();
        person.click(person.button("I’m ready").tamperedWith("kinds|single|0"));
        scholar.answersWrong();
        person.clicks("Report this question").chooses("It’s outdated").submits();
        person.closesTheForm();
    }

    @Test
    void twoReportsAreAnAlarmUntilSomethingIsDecided() {
        reports("ada");
        FIELD_CERT.calendar();
        boss.goesToTheBot().types("/cert-admin items");
        assertThat(boss.sees()).contains("No alarms");

        reports("ben");
        FIELD_CERT.calendar();

        boss.types("/cert-admin items");
        assertThat(boss.sees()).contains("1 question needs a look", "`single-p1` *2 people reported it.*");
        boss.types("/cert-admin items single-p1");
        assertThat(boss.sees()).contains("In practice", "*a*", "0 of 2", "2 people reported it");
        boss.clicks("Decide about it")
                .clicks("Keep it")
                .enters("Reason", "It is as it was.")
                .submits();
        FIELD_CERT.settle();
        boss.types("/cert-admin items");
        assertThat(boss.sees()).contains("No alarms");
    }

    @Test
    void aChangedKeyChangesTheFigureOfTheSameItem() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().goesToTheBot().types("enroll familiar").clicks("Take the knowledge check");
        String item = "familiar/" + ada.attempt().orElseThrow().items().get(0).question();
        ada.answersWrong();
        FIELD_CERT.calendar();
        boss.goesToTheBot().types("/cert-admin items " + item);
        assertThat(boss.sees()).contains("*Facility*: 0% (0–79%), n 1");

        boss.clicks("Decide about it").clicks("Change the key").chooses("False");
        boss.enters("Reason", "It has not been so since October.").submits();
        AdminWork.isDone(FIELD_CERT);
        FIELD_CERT.settle();
        boss.clicks("Apply it");
        AdminWork.isDone(FIELD_CERT);
        FIELD_CERT.tick();
        FIELD_CERT.calendar();

        boss.types("/cert-admin items " + item);
        assertThat(boss.sees()).contains("*Facility*: 100% (21–100%), n 1", "✅ *false*", "1 of 1 (100%)");
    }

    /** Other tests teach the same program. */
    @AfterEach
    void nothingIsDecidedAnyMore() {
        FIELD_CERT.bean(MongoTemplate.class).dropCollection(ItemDecision.class);
        FIELD_CERT.bean(ItemDecisions.class).follow();
    }

    @Test
    void countingAgainFromTheBeginningSaysWhenItIsDone() {
        answers("ada", true);
        boss.goesToTheBot().types("/cert-admin items rebuild");
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.sees()).contains("I recounted all answers");
    }

    @Test
    void everythingComesAsAFileAndAPictureWithItsWords() {
        answers("ada", true);
        FIELD_CERT.calendar();
        boss.goesToTheBot().types("/cert-admin items csv");
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.seesMessages().toString()).contains("[file questions-2026-11-02.csv]");

        boss.types("/cert-admin items familiar picture");
        assertThat(boss.seesMessages().toString()).contains("Facility against discrimination of");
    }

    @Test
    void aNameThatNothingHasIsRefusedWithAWayOn() {
        boss.goesToTheBot().types("/cert-admin items nonsense");
        assertThat(boss.sees())
                .contains("I can’t find a course, objective, or question called “nonsense”", "/cert-admin items");
        boss.types("/cert-admin items picture");
        assertThat(boss.sees()).contains("/cert-admin items");
    }

    @Test
    void anAuthorFindsTheQuestionsInHome() {
        Person author = FIELD_CERT.hires("paul");
        boss.goesToTheBot().types("/cert-admin role " + at(author) + " author");
        author.opensHome().clicks("Admin");
        assertThat(author.home()).contains("Question statistics");
    }

    @Test
    void nobodyElseSeesThem() {
        Person rep = FIELD_CERT.hires("rep");
        rep.goesToTheBot().types("/cert-admin items");
        assertThat(rep.sees()).doesNotContain("Question statistics");
    }
}
