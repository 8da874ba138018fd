package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.learner.item.ItemDecisions;
import dev.fieldcert.learner.item.ItemReports;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.admin.record.AuditText;
import dev.fieldcert.slack.work.AdminWork;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** An admin decides about questions: what learners reported, what is drawn, and whose results come out otherwise. */
class ItemDecisionTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();
    private final Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());

    /** Other tests teach the same program. */
    @AfterEach
    void nothingIsDecidedAnyMore() {
        MongoTemplate mongo = FIELD_CERT.bean(MongoTemplate.class);
        mongo.dropCollection(ItemDecision.class);
        FIELD_CERT.bean(ItemDecisions.class).follow();
    }

    private CourseProgress progress(String course) {
        return FIELD_CERT.learner(ada).course(course).orElseThrow();
    }

    private void practises(String kind) {
        ada.types("/cert enroll kinds").goesToTheBot();
        ada.click(ada.button("I’m ready").tamperedWith("kinds|" + kind + "|0"));
    }

    /** The admin looks at the question and chooses what to decide. */
    private void decides(String item, String button) {
        boss.goesToTheBot().types("/cert-admin item " + item);
        boss.clicks(button);
    }

    private void dryRun(String reason) {
        boss.enters("Reason", reason).submits();
        AdminWork.isDone(FIELD_CERT);
        FIELD_CERT.settle();
    }

    private void doesIt() {
        boss.clicks("Apply it");
        AdminWork.isDone(FIELD_CERT);
        FIELD_CERT.tick();
    }

    private void undoes(String reason) {
        boss.clicks("Undo").enters("Reason", reason).submits();
        AdminWork.isDone(FIELD_CERT);
        FIELD_CERT.tick();
    }

    private String heard() {
        return String.join("\n---\n", ada.seesMessages());
    }

    private long badges() {
        return FIELD_CERT.bean(Awards.class).of(ada.id()).stream()
                .filter(given -> given.standing() instanceof Standing.Valid)
                .count();
    }

    /** Ada tests out of a course of one objective by one question, and misses it. */
    private String missesTheOnlyQuestion() {
        ada.goesToTheBot().types("enroll familiar").clicks("Take the knowledge check");
        String question = scholar.attempt().orElseThrow().items().get(0).question();
        scholar.answersWrong();
        assertThat(badges()).isZero();
        return "familiar/" + question;
    }

    @Test
    void whoReportedAQuestionHearsThatItIsKept() {
        practises("single");
        scholar.answersWrong();
        ada.clicks("Report this question")
                .chooses("It’s unclear what it’s asking")
                .enters("In a sentence", "Which?");
        ada.submits();
        ada.closesTheForm();

        boss.goesToTheBot().types("/cert-admin reports");
        assertThat(boss.sees()).contains("Which plan spans all accounts?", "unclear 1", "kinds/single-p1");
        boss.clicks("Review and decide");
        assertThat(boss.sees()).contains("✅ The territory plan", "unclear: Which?");
        boss.clicks("Keep it")
                .enters("Reason", "All accounts means *all* of yours.")
                .submits();
        FIELD_CERT.tick();

        assertThat(heard())
                .contains("You reported this question:", "It stays as it is", "All accounts means *all* of yours.");
        assertThat(FIELD_CERT.bean(ItemReports.class).open()).isEmpty();
        boss.types("/cert-admin reports");
        assertThat(boss.sees()).contains("There’s nothing to decide");
        FIELD_CERT.calendar();
        FIELD_CERT.later(Duration.ofMinutes(10));
        FIELD_CERT.calendar();
        assertThat(ada.seesMessages())
                .filteredOn(message -> message.contains("You reported this question"))
                .hasSize(1);
    }

    @Test
    void whoHasAQuarantinedQuestionBeforeThemStillAnswersItAndNobodyElseIsAskedIt() {
        ada.goesToTheBot().types("enroll known").clicks("Take the knowledge check");
        Attempt running = scholar.attempt().orElseThrow();
        String question = running.items().get(0).question();
        decides("known/" + question, "Quarantine");
        boss.enters("Reason", "The form has changed.").submits();
        FIELD_CERT.settle();
        assertThat(boss.sees()).contains("known/" + question + " is quarantined");

        scholar.finishes(true);

        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("Test-out passed: Known already"));
        for (int i = 0; i < 5; i++) {
            Scholar other = FIELD_CERT.scholar("mei");
            other.person().goesToTheBot().types("enroll known").clicks("Take the knowledge check");
            while (other.attempt().isPresent()) {
                Attempt attempt = other.attempt().get();
                assertThat(attempt.items().get(attempt.position()).question()).isNotEqualTo(question);
                other.answersRight();
            }
        }
        boss.types("/cert-admin item known/" + question);
        assertThat(boss.sees()).contains("quarantined", "End the quarantine");
    }

    @Test
    void aPoolThatAnAttemptNeedsIsNotEmptied() {
        decides("kinds/single-p1", "Quarantine");

        boss.enters("Reason", "Nobody likes it.").submits();

        boss.seesFieldError(
                "Only 0 questions would be left, and one attempt may need 1. Add questions to the file first.");
    }

    @Test
    void anotherKeyBringsABadgeAfterADryRunAndIsAudited() {
        String item = missesTheOnlyQuestion();
        decides(item, "Change the key");
        boss.chooses("False");
        dryRun("It has not been so since *October*.");

        assertThat(boss.sees())
                .contains(
                        "nothing has changed yet",
                        "1 person answered it. Would be scored differently: 1 answer from 1 person.",
                        "New badges: *1*",
                        "About ground* not passed → passed");
        assertThat(badges()).isZero();
        assertThat(progress("familiar").objective("ground").isShown()).isFalse();

        doesIt();

        assertThat(boss.sees()).contains("Done", "Scored differently now: 1 answer from 1 person.");
        assertThat(badges()).isEqualTo(1);
        assertThat(heard())
                .contains(
                        "The answer marked right was wrong, and it’s been corrected",
                        "It has not been so since *October*.",
                        "That means you passed *About ground*",
                        "That was all you needed for your badge.");
        assertThat(FIELD_CERT.announcementsAbout(ada)).hasSize(1);
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(ada.id(), 0, 9))
                .anyMatch(entry -> AuditText.of(entry.what())
                        .equals("result changed by a decision about question " + item + ": key"));
        assertThat(FIELD_CERT.bean(AuditTrail.class).about("program", 0, 9))
                .anyMatch(entry -> AuditText.of(entry.what()).equals("decided about question " + item + ": key")
                        && entry.by().equals(boss.id()));

        int messages = ada.seesMessages().size();
        FIELD_CERT.calendar();
        assertThat(ada.seesMessages()).hasSize(messages);
        assertThat(badges()).isEqualTo(1);
    }

    @Test
    void aDecisionThatIsLeftChangesNothing() {
        String item = missesTheOnlyQuestion();
        decides(item, "Change the key");
        boss.chooses("False");
        dryRun("A try.");

        boss.clicks("Leave it as it is");

        assertThat(boss.sees()).contains("Nothing was changed.");
        FIELD_CERT.calendar();
        assertThat(badges()).isZero();
        assertThat(heard()).doesNotContain("A try.");
    }

    @Test
    void anUndoneKeyLeavesTheBadgeToAPersonWhoTakesItBack() {
        String item = missesTheOnlyQuestion();
        decides(item, "Change the key");
        boss.chooses("False");
        dryRun("It has changed.");
        doesIt();
        FIELD_CERT.later(Duration.ofMinutes(30));

        undoes("It had not changed after all.");

        assertThat(boss.sees()).contains("Undone", "depends on a result that has changed. Should they keep it?");
        assertThat(badges()).isEqualTo(1);
        assertThat(heard())
                .contains(
                        "A decision about it was undone, along with everything it had changed",
                        "It had not changed after all.");
        boss.clicks("Revoke it…").enters("Reason", "The key was right.").submits();
        FIELD_CERT.tick();
        assertThat(badges()).isZero();
        assertThat(heard()).contains("was revoked. Reason: The key was right.");
    }

    @Test
    void aBadgeInQuestionStaysWhenSomebodySaysSo() {
        ada.goesToTheBot().types("enroll familiar").clicks("Take the knowledge check");
        String item =
                "familiar/" + scholar.attempt().orElseThrow().items().get(0).question();
        scholar.answersRight();
        assertThat(badges()).isEqualTo(1);

        decides(item, "Change the key");
        boss.chooses("False");
        dryRun("It was never so.");
        assertThat(boss.sees()).contains("badges to review: *1*", "passed → no longer passed");
        doesIt();

        assertThat(badges()).isEqualTo(1);
        assertThat(heard()).contains("no longer counts as right", "Objectives you passed stay passed");
        boss.clicks("Keep the badge");
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(ada.id(), 0, 9))
                .anyMatch(entry -> AuditText.of(entry.what()).startsWith("left the badge"));
        assertThat(badges()).isEqualTo(1);
    }

    @Test
    void anAttemptThatWouldHaveGoneOnIsGivenBackAndUndoingTakesIt() {
        ada.goesToTheBot().types("enroll known");
        ada.clicks("Learn first");
        scholar.learnsTheCourse("known");
        ada.clicks("Start the check");
        Attempt.Item first = scholar.attempt().orElseThrow().items().get(0);
        scholar.answersWrong().finishes(true);
        assertThat(progress("known").checksTaken()).isEqualTo(1);
        assertThat(progress("known").objective(first.objective()).state()).isEqualTo(State.LEARNING);

        decides("known/" + first.question(), "Change the key");
        boss.chooses("False");
        dryRun("It is not so.");
        assertThat(boss.sees()).contains("the attempt doesn’t count");
        doesIt();

        assertThat(progress("known").checksTaken()).isZero();
        assertThat(progress("known").checkOpensAt()).isEmpty();
        assertThat(heard()).contains("that attempt doesn’t count. You can start the next one right away.");
        ada.clicks("What’s next?");
        assertThat(ada.sees()).contains("Ready for the check", "You have 3 attempts");

        FIELD_CERT.later(Duration.ofMinutes(30));
        undoes("It is so.");
        assertThat(progress("known").checksTaken()).isEqualTo(1);
    }

    @Test
    void aClaimIsAcceptedAndCountsFromThenOnForEverybody() {
        practises("short");
        ada.types("Take action");
        assertThat(heard()).contains("❌ Not quite");
        ada.clicks("My answer was right");
        assertThat(progress("kinds").reviewItems()).hasSize(1);

        boss.goesToTheBot().types("/cert-admin reports");
        boss.clicks("Review and decide");
        assertThat(boss.sees()).contains("typed “Take action”");
        boss.clicks("Accept an answer");
        dryRun("Acting is taking action.");
        assertThat(boss.sees())
                .contains("Also right: “Take action”", "Would be scored differently: 1 answer from 1 person.");
        doesIt();

        assertThat(heard())
                .contains(
                        "You reported this question:",
                        "Another answer to it now counts",
                        "Your answer now counts as right.");
        assertThat(progress("kinds").reviewItems()).isEmpty();
        assertThat(FIELD_CERT.bean(MongoTemplate.class).findAll(LearnerEvent.AnswerGiven.class))
                .singleElement()
                .satisfies(answer -> assertThat(answer.score()).isEqualTo(1));
        Scholar other = FIELD_CERT.scholar("mei");
        other.person().types("/cert enroll kinds").goesToTheBot();
        other.person().click(other.person().button("I’m ready").tamperedWith("kinds|short|0"));
        other.person().types("take actions");
        assertThat(String.join("\n", other.person().seesMessages())).doesNotContain("❌ Not quite");
    }

    @Test
    void nobodyAcceptsTheirOwnAnswer() {
        boss.types("/cert enroll kinds").goesToTheBot();
        boss.click(boss.button("I’m ready").tamperedWith("kinds|short|0"));
        boss.types("Take action");
        boss.clicks("My answer was right");
        decides("kinds/short-p1", "Accept an answer");

        boss.enters("Reason", "I say so.").submits();

        boss.seesFieldError("You’ve claimed that your own answer was right, so somebody else has to decide about it.");
    }

    @Test
    void onlyAdminsDecide() {
        boss.types("/cert-admin item kinds/single-p1");
        Button keep = boss.button("Keep it");
        ada.goesToTheBot().types("/cert-admin item kinds/single-p1");
        assertThat(ada.sees()).contains("Only program admins can use");

        ada.types("/cert enroll kinds");
        Button hers = ada.button("I’m ready");
        ada.click(new Button(hers.place(), hers.seen(), hers.blockId(), keep.element()));

        assertThat(ada.hasAFormOpen()).isFalse();
    }
}
