package dev.fieldcert.slack.drip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.DueAtRisk;
import dev.fieldcert.learner.plan.DueNotice;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.TaskId;
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
        Notification.Contact contact = contact(content(kind, LearningTask.Kind.valueOf(work), number));

        Golden.assertMatches(
                "contact/" + kind + (number == 0 ? "" : "-" + number) + "-" + work.toLowerCase(java.util.Locale.ROOT),
                command(contact, learner()));
    }

    private static ContactContent content(String kind, LearningTask.Kind work, int number) {
        LearningTask task = LearningTask.next(work, "plans", TaskId.lesson("c1", "plans|1"), TITLES.get(work.name()));
        return switch (kind) {
            case "next" -> new ContactContent.NextThing(task);
            case "reminder" -> new ContactContent.Reminder(task, number);
            case "comes-back" -> new ContactContent.ComesBack(task);
            case "will-wait" -> new ContactContent.WillWait(task);
            case "ask-to-go-on" -> new ContactContent.AskToGoOn(task);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Notification.Contact contact(ContactContent content) {
        return new Notification.Contact(content, List.of(), List.of());
    }

    private static ContactContent nextLesson() {
        return content("next", LearningTask.Kind.LESSON, 0);
    }

    private static DueNotice notice(DueNotice.Stage stage, LocalDate due) {
        return new DueNotice("plans", "Plans & Territories", due, stage, stage.days());
    }

    @Test
    void dueDatesAreSaid() {
        List<DueNotice> coming = List.of(notice(DueNotice.Stage.THREE_DAYS, LocalDate.of(2026, 11, 6)));
        List<DueNotice> passed = List.of(notice(DueNotice.Stage.PASSED, LocalDate.of(2026, 10, 30)));
        ContactContent news = new ContactContent.DueNews();

        Golden.assertMatches(
                "contact/next-with-due", command(new Notification.Contact(nextLesson(), coming, List.of()), learner()));
        Golden.assertMatches(
                "contact/due-alone", command(new Notification.Contact(news, coming, List.of()), learner()));
        SlackMessage after = command(new Notification.Contact(news, passed, List.of()), learner());
        Golden.assertMatches("contact/due-passed", after);
        assertThat(after.text().lines().findFirst().orElseThrow()).contains("was due on");
    }

    @Test
    void aDueDateAtRiskComesWithItsChoices() {
        DueAtRisk risk = new DueAtRisk(
                "plans", "Plans & Territories", LocalDate.of(2026, 11, 20), 20, 13, 2, LocalDate.of(2026, 11, 30));

        Golden.assertMatches(
                "contact/next-at-risk",
                command(new Notification.Contact(nextLesson(), List.of(), List.of(risk)), learner()));
    }

    @Test
    void theFirstContactSaysWhoEnrolled() {
        Learner fresh = SomeLearners.inThePath(
                "pipeline", List.of("plans"), "U0ADMIN", LocalDate.of(2027, 3, 31), SomeCourse.NOW);

        Golden.assertMatches("contact/first", command(contact(nextLesson()), fresh));
    }

    @Test
    void everyContactCanBePutOff() {
        for (String kind : List.of("next", "reminder", "comes-back", "will-wait", "ask-to-go-on")) {
            SlackMessage message = command(contact(content(kind, LearningTask.Kind.LESSON, 1)), learner());
            assertThat(message.blocks().toString()).as(kind).contains("Remind me this afternoon");
        }
    }
}
