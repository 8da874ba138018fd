package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.local.workspace.state.PersonSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An objective is certified when it has been shown, and only then: by the rule “4 of 4, or 6 of 7”. */
class CertifyingTest {

    private static final String COURSE = "applying-devops";
    private static final String TERMS = "devops-terms";
    private static final String ENTRY = "entry-point";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();

    /** Questions asked in the last run, by objective. */
    private final Map<String, List<String>> asked = new HashMap<>();

    private CourseProgress progress() {
        return FIELD_CERT.learner(ada).course(COURSE).orElseThrow();
    }

    private void comesToTheCheck() {
        ada.types("/cert enroll " + COURSE).goesToTheBot();
        scholar.learnsTheCourse(COURSE);
    }

    /** Answers the open run; of the objectives named, the questions with these numbers wrong. */
    private void answers(Map<String, List<Integer>> wrong) {
        asked.clear();
        while (scholar.attempt().isPresent()) {
            Attempt attempt = scholar.attempt().get();
            Attempt.Item item = attempt.items().get(attempt.position());
            List<String> questions = asked.computeIfAbsent(item.objective(), objective -> new ArrayList<>());
            questions.add(item.question());
            if (wrong.getOrDefault(item.objective(), List.of()).contains(questions.size())) {
                scholar.answersWrong();
            } else {
                scholar.answersRight();
            }
        }
    }

    private int total() {
        return asked.values().stream().mapToInt(List::size).sum();
    }

    private GivenBadge badge() {
        return FIELD_CERT.bean(Awards.class).of(ada.id()).get(0);
    }

    @Test
    void beforeTheFirstQuestionItSaysWhatIsAskedHowManyAtMostAndHowItIsDecided() {
        comesToTheCheck();

        assertThat(ada.sees())
                .contains(
                        "• Apply DevOps concepts and terms",
                        "get *4 of 4, or 6 of 7* questions right",
                        "up to 21 questions, fewer if the result is clear sooner",
                        "You have 3 attempts. Objectives you pass stay passed. If some are left, you can try again a day later");
    }

    @Test
    void fourRightAnswersDecideEarly() {
        comesToTheCheck();
        ada.clicks("Start the check");
        assertThat(ada.sees()).contains("Check: question 1 of up to 21");

        answers(Map.of());

        assertThat(total()).isEqualTo(12);
        assertThat(ada.seesMessages())
                .anyMatch(message -> message.contains("Check passed: Applying DevOps")
                        && message.contains("✅ Apply DevOps concepts and terms – 4 of 4 right"));
        assertThat(badge().issued().json())
                .contains("\"requiredValue\": \"4 of 4, or 6 of 7\"", "shown in the check, 4 of 4 right");
    }

    @Test
    void whoIsOnTheBorderIsAskedMoreAndOnlyThere() {
        comesToTheCheck();
        ada.clicks("Start the check");

        answers(Map.of(TERMS, List.of(2)));

        assertThat(asked.get(TERMS)).hasSize(7).doesNotHaveDuplicates();
        assertThat(total()).isEqualTo(15);
        assertThat(badge().issued().json()).contains("shown in the check, 6 of 7 right");
    }

    @Test
    void aSecondMissLeavesItsObjectiveOpenAndTheRetakeAsksOnlyAboutThat() {
        comesToTheCheck();
        ada.clicks("Start the check");
        answers(Map.of(ENTRY, List.of(1, 2)));
        List<String> seen = List.copyOf(asked.get(ENTRY));

        assertThat(seen).hasSize(2);
        assertThat(ada.sees())
                .contains("Check not passed yet", "4 of 4 right", "0 of 2 right", "only asks about those");
        ada.clicks("What I missed (2)");
        assertThat(ada.sees()).contains("Read the lesson").doesNotContain("Right answer:");
        assertThat(progress().objective(TERMS).state()).isEqualTo(State.MASTERED);
        assertThat(progress().objective(ENTRY).state()).isEqualTo(State.LEARNING);
        assertThat(FIELD_CERT.announcementsAbout(ada)).isEmpty();

        ada.clicks("What’s next?");
        scholar.learnsTheLesson();
        FIELD_CERT.later(Duration.ofHours(24));
        ada.types("next");
        assertThat(ada.sees()).contains("up to 7 questions").doesNotContain("• Apply DevOps concepts and terms");
        ada.clicks("Start the check");
        answers(Map.of());

        assertThat(asked).containsOnlyKeys(ENTRY);
        assertThat(asked.get(ENTRY)).hasSize(4).doesNotContainAnyElementsOf(seen);
        assertThat(FIELD_CERT.announcementsAbout(ada)).hasSize(1);
    }

    @Test
    void theRightAnswersAreShownAfterTheLastAttempt() {
        comesToTheCheck();
        for (int attempt = 1; attempt <= 3; attempt++) {
            ada.clicks("Start the check");
            answers(Map.of(ENTRY, List.of(1, 2)));
            if (attempt < 3) {
                ada.clicks("What’s next?");
                scholar.learnsTheLesson();
                FIELD_CERT.later(Duration.ofHours(24));
                ada.types("next");
            }
        }

        assertThat(ada.sees()).contains("That was your last attempt");
        ada.clicks("What I missed (2)");
        assertThat(ada.sees()).contains("Right answer:", "Why:");
    }

    @Test
    void whatWasTestedOutIsNotAskedAboutAgainAndTheBadgeSaysSo() {
        ada.types("/cert enroll " + COURSE).goesToTheBot().types("status " + COURSE);
        ada.clicks("I know this");
        answers(Map.of());
        assertThat(asked.get(TERMS)).hasSize(4);
        assertThat(progress().objective(TERMS).state()).isEqualTo(State.TESTED_OUT);

        ada.types("next");
        scholar.learnsTheLesson();
        ada.clicks("What’s next?");
        scholar.learnsTheLesson();
        ada.clicks("What’s next?").clicks("Start the check");
        answers(Map.of());

        assertThat(asked).hasSize(2).doesNotContainKey(TERMS);
        assertThat(badge().issued().json()).contains("tested out, 4 of 4 right", "shown in the check, 4 of 4 right");
    }

    @Test
    void anExcusedObjectiveIsAskedAboutAndTheBadgeSaysThatItsLessonWasExcused() {
        ada.types("/cert enroll " + COURSE).goesToTheBot();
        Person linus = FIELD_CERT.hires(PersonSpec.named("linus").asAdmin());
        String handle = FIELD_CERT.learner(ada).profile().email().replace("@example.com", "");
        linus.types("/cert-admin excuse @" + handle + " " + COURSE + " " + TERMS + " taught it for years");
        assertThat(progress().objective(TERMS).state()).isEqualTo(State.EXCUSED);

        ada.goesToTheBot().types("next");
        scholar.learnsTheLesson();
        ada.clicks("What’s next?");
        scholar.learnsTheLesson();
        ada.clicks("What’s next?").clicks("Start the check");
        answers(Map.of());

        assertThat(asked).containsKey(TERMS);
        assertThat(badge().issued().json())
                .contains("shown in the check, 4 of 4 right; excused from its lesson and assignment");
    }

    @Test
    void aRenewalAsksAboutEveryObjectiveByTheSameRule() {
        comesToTheCheck();
        ada.clicks("Start the check");
        answers(Map.of());
        FIELD_CERT.clock().advance(Duration.ofDays(364 - 60 + 3));
        FIELD_CERT.calendar();
        for (int hour = 0; hour < 24; hour++) {
            FIELD_CERT.later(Duration.ofHours(1));
        }

        ada.types("next").clicks("Start the check");
        answers(Map.of(ENTRY, List.of(1, 3)));
        assertThat(asked).hasSize(3);
        assertThat(ada.sees()).contains("Check not passed yet");
        FIELD_CERT.later(Duration.ofHours(25));
        ada.types("next").clicks("Start the check");
        answers(Map.of());

        assertThat(asked).containsOnlyKeys(ENTRY);
        assertThat(FIELD_CERT.bean(Awards.class).of(ada.id())).hasSize(2);
    }
}
