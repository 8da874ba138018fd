package dev.fieldcert.slack.drip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bot says on its own initiative: for each kind of contact and each kind of work. */
class ContactScreensTest {

    private static final String LESSON = "Differentiate territory & account planning";

    private static final Map<String, String> TITLES = Map.of(
            "LESSON", LESSON,
            "QUESTION", LESSON,
            "CHECK", "Plans & Territories",
            "REVIEW", "Plans & Territories",
            "ASSIGNMENT", "Create and present a territory plan",
            "ASSIGNMENT_RETURNED", "Create and present a territory plan");

    private static Learner learner() {
        Learner learner = SomeLearners.inThePath("pipeline", List.of("plans"), "U0ADMIN", null, SomeCourse.NOW);
        return SomeLearners.begun(learner, "plans", SomeCourse.NOW);
    }

    private static SlackMessage command(Notification.Contact contact, Learner learner) {
        return ContactMessages.contact(contact, SomeCourse.NOW, learner, SomeCourse.program(), SomeCourse.NOW)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "next, LESSON, 0",
        "next, QUESTION, 0",
        "next, CHECK, 0",
        "next, REVIEW, 0",
        "next, ASSIGNMENT, 0",
        "next, ASSIGNMENT_RETURNED, 0",
        "reminder, QUESTION, 1",
        "reminder, QUESTION, 2",
        "reminder, QUESTION, 3",
        "reminder, LESSON, 2",
        "comes-back, LESSON, 0",
        "will-wait, LESSON, 0",
        "will-wait, QUESTION, 0",
        "will-wait, CHECK, 0",
        "will-wait, REVIEW, 0",
        "will-wait, ASSIGNMENT_RETURNED, 0",
        "ask-to-go-on, LESSON, 0",
        "ask-to-go-on, CHECK, 0",
    })
    void aContactSaysInItsFirstLineWhatItIs(String kind, String work, int number) {
        Notification.Contact contact =
                new Notification.Contact(kind, work, "plans", TITLES.get(work), number, List.of(), List.of());

        Golden.assertMatches(
                "contact/" + kind + (number == 0 ? "" : "-" + number) + "-" + work.toLowerCase(java.util.Locale.ROOT),
                command(contact, learner()));
    }

    @Test
    void dueDatesAreSaid() {
        List<String> coming = List.of("Plans & Territories is due on Friday 6 November; 3 working days are left.");
        List<String> passed = List.of("Plans & Territories was due on Friday 30 October. It still counts.");

        Golden.assertMatches(
                "contact/next-with-due",
                command(new Notification.Contact("next", "LESSON", "plans", LESSON, 0, coming, List.of()), learner()));
        Golden.assertMatches(
                "contact/due-alone",
                command(new Notification.Contact("due", null, null, null, 0, coming, List.of()), learner()));
        SlackMessage after =
                command(new Notification.Contact("due", null, null, null, 0, passed, List.of()), learner());
        Golden.assertMatches("contact/due-passed", after);
        assertThat(after.text().lines().findFirst().orElseThrow()).contains("was due on");
    }

    @Test
    void aDueDateAtRiskComesWithItsChoices() {
        Notification.Contact.Risk risk = new Notification.Contact.Risk(
                "plans",
                "At this pace Plans & Territories will not be done by Friday 20 November: 20 steps are left, and there "
                        + "is room for 13.",
                LocalDate.of(2026, 11, 20),
                2,
                LocalDate.of(2026, 11, 30));

        Golden.assertMatches(
                "contact/next-at-risk",
                command(
                        new Notification.Contact("next", "LESSON", "plans", LESSON, 0, List.of(), List.of(risk)),
                        learner()));
    }

    @Test
    void theFirstContactSaysWhoEnrolled() {
        Learner fresh = SomeLearners.inThePath(
                "pipeline", List.of("plans"), "U0ADMIN", LocalDate.of(2027, 3, 31), SomeCourse.NOW);

        Golden.assertMatches(
                "contact/first",
                command(new Notification.Contact("next", "LESSON", "plans", LESSON, 0, List.of(), List.of()), fresh));
    }

    @Test
    void everyContactCanBePutOff() {
        for (String kind : List.of("next", "reminder", "comes-back", "will-wait", "ask-to-go-on")) {
            SlackMessage message = command(
                    new Notification.Contact(kind, "LESSON", "plans", LESSON, 1, List.of(), List.of()), learner());
            assertThat(message.blocks().toString()).as(kind).contains("This afternoon");
        }
    }
}
