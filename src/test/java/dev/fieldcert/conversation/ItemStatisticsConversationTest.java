package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.record.Records;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.work.AdminWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
        assertThat(boss.sees()).contains("No alarm", "answered", "All of it as CSV");
        boss.types("/cert-admin items familiar");
        assertThat(boss.sees()).contains("The check*: 2 attempts", "mean score 50 %", "its rule is");
        boss.clicks("Open");
        assertThat(boss.sees()).contains("Asked in the check", "· n ");
        boss.types("/cert-admin items " + question);
        assertThat(boss.sees()).contains(question, "In the check", "*Facility*: ", "Fewer than 30 people");
    }

    @Test
    void countingAgainFromTheBeginningSaysWhenItIsDone() {
        answers("ada", true);
        boss.goesToTheBot().types("/cert-admin items rebuild");
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.sees()).contains("All answers were counted again");
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
                .contains("I know no course, objective or question called “nonsense”", "/cert-admin items");
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
