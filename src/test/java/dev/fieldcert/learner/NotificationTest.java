package dev.fieldcert.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.TaskId;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.Recipient;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said: each kind finds its own case, and knows who hears it. */
class NotificationTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);
    private static final LearningTask TASK =
            LearningTask.next(LearningTask.Kind.LESSON, "plans", TaskId.lesson("plans", "first"), "First");

    /** They name the case that was chosen. */
    @SuppressWarnings("unchecked")
    private static Notification.Cases<String> cases() {
        return mock(Notification.Cases.class, call -> call.getMethod().getName());
    }

    @SuppressWarnings("unchecked")
    private static ContactContent.Cases<String> contentCases() {
        return mock(ContactContent.Cases.class, call -> call.getMethod().getName());
    }

    private static String caseOf(Class<?> kind) {
        String name = kind.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static Stream<Class<?>> notifications() {
        return Arrays.stream(Notification.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> contents() {
        return Arrays.stream(ContactContent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("notifications")
    void aNotificationFindsItsCase(Class<? extends Notification> kind) throws Exception {
        Notification some = some(kind);

        assertThat(some.match(cases())).isEqualTo(caseOf(kind));
        assertThat(some.recipient()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aContactsContentFindsItsCase(Class<? extends ContactContent> kind) throws Exception {
        ContactContent some = some(kind);

        assertThat(some.match(contentCases())).isEqualTo(caseOf(kind));
        assertThat(some.task())
                .isEqualTo(some instanceof ContactContent.DueNews ? Optional.empty() : Optional.of(TASK));
    }

    private static <T> T some(Class<T> kind) throws Exception {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        Object[] values = Arrays.stream(types).map(NotificationTest::value).toArray();
        var constructor = kind.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private static Object value(Class<?> type) {
        if (type == String.class) {
            return "U0GRACE";
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == LearningTask.class) {
            return TASK;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == double.class) {
            return 1.0;
        }
        return type == boolean.class ? true : null;
    }

    private static final Recipient GRACE = new Recipient.Person("U0GRACE");

    @Test
    void whatConcernsTheLearnerGoesToTheLearner() {
        assertThat(new Notification.NextUp("plans").recipient()).isEqualTo(new Recipient.Learner());
        assertThat(new Notification.OutOfReach(3).recipient()).isEqualTo(new Recipient.Learner());
    }

    @Test
    void whatConcernsSomebodyElseGoesToThem() {
        assertThat(new Notification.BadgeAnnounced("b", "w", NOW, NOW).recipient())
                .isEqualTo(new Recipient.BadgeChannel());
        assertThat(new Notification.Feedback("x").recipient()).isEqualTo(new Recipient.FeedbackChannel());
        assertThat(new Notification.Overdue("U0GRACE", "plans", DUE).recipient())
                .isEqualTo(GRACE);
        assertThat(new Notification.ReviewAsked("U0GRACE", "plans", "first", "s", false).recipient())
                .isEqualTo(GRACE);
        assertThat(new Notification.ReviewAsked(null, "plans", "first", "s", false).recipient())
                .isEqualTo(new Recipient.Admins());
        assertThat(new Notification.LaterDueRequested("U0GRACE", "plans", DUE, DUE).recipient())
                .isEqualTo(GRACE);
        assertThat(new Notification.LaterDueRequested(null, "plans", DUE, DUE).recipient())
                .isEqualTo(new Recipient.Admins());
        assertThat(new Notification.RoleGiven("U0GRACE", "admin", "U0BOSS").recipient())
                .isEqualTo(GRACE);
        assertThat(new Notification.StandsIn("U0GRACE", "U0MIA", "U0BOSS").recipient())
                .isEqualTo(GRACE);
        assertThat(new Notification.StoodIn("U0GRACE", "U0MIA").recipient()).isEqualTo(GRACE);
        assertThat(new Notification.DelegateChosen("U0GRACE", "U0MIA", "U0BOSS").recipient())
                .isEqualTo(GRACE);
        assertThat(new Notification.ErasureRequested("U0GRACE").recipient()).isEqualTo(GRACE);
        assertThat(new Notification.ChannelOutOfReach("U0GRACE", "badges", "gone").recipient())
                .isEqualTo(GRACE);
        assertThat(new Notification.WeeklyDigest("U0GRACE", "2026-W46").recipient())
                .isEqualTo(GRACE);
        assertThat(new Notification.BadgeDigest("C1", List.of()).recipient()).isEqualTo(new Recipient.Channel("C1"));
    }

    @Test
    void onlyAContactIsForItsMoment() {
        assertThat(new Notification.Contact(new ContactContent.DueNews(), null, null).isForNowOnly())
                .isTrue();
        assertThat(new Notification.NextUp("plans").isForNowOnly()).isFalse();
    }

    @Test
    void aNewerWordTakesTheOldersPlace() {
        var role = new Notification.RoleGiven("U0GRACE", "admin", "U0BOSS");
        var standsIn = new Notification.StandsIn("U0GRACE", "U0MIA", "U0BOSS");
        var chosen = new Notification.DelegateChosen("U0GRACE", "U0MIA", "U0BOSS");
        assertThat(role.supersedes(new Notification.RoleGiven("U0GRACE", "author", "U0EVE")))
                .isTrue();
        assertThat(role.supersedes(standsIn)).isFalse();
        assertThat(standsIn.supersedes(new Notification.StandsIn("U0GRACE", "U0MIA", "U0EVE")))
                .isTrue();
        assertThat(standsIn.supersedes(new Notification.StandsIn("U0GRACE", "U0OTHER", "U0BOSS")))
                .isFalse();
        assertThat(standsIn.supersedes(role)).isFalse();
        assertThat(chosen.supersedes(new Notification.DelegateChosen("U0GRACE", null, "U0EVE")))
                .isTrue();
        assertThat(chosen.supersedes(role)).isFalse();
    }

    @Test
    void whatNamesSomebodyForgottenIsNotSaid() {
        MessageContent role = new Notification.RoleGiven("U0GRACE", "admin", "U0BOSS");
        MessageContent standsIn = new Notification.StandsIn("U0GRACE", "U0MIA", "U0BOSS");
        MessageContent stoodIn = new Notification.StoodIn("U0GRACE", "U0MIA");
        MessageContent chosen = new Notification.DelegateChosen("U0GRACE", "U0MIA", "U0BOSS");
        for (MessageContent each : List.of(role, standsIn, stoodIn, chosen)) {
            assertThat(each.without("U0OTHER")).contains(each);
        }
        assertThat(role.without("U0BOSS")).isEmpty();
        assertThat(standsIn.without("U0BOSS")).isEmpty();
        assertThat(standsIn.without("U0MIA")).isEmpty();
        assertThat(stoodIn.without("U0MIA")).isEmpty();
        assertThat(chosen.without("U0BOSS")).isEmpty();
        assertThat(chosen.without("U0MIA")).isEmpty();
    }

    @Test
    void aDigestHasEachBadgeOnceAndNobodyWhoIsForgotten() {
        var ada = new Notification.BadgeDigest.Line("m1", "U0ADA", "b");
        var eve = new Notification.BadgeDigest.Line("m2", "U0EVE", "b");
        var digest = new Notification.BadgeDigest("C1", List.of(ada)).plus(eve).plus(ada);

        assertThat(digest.lines()).containsExactly(ada, eve);
        assertThat(digest.without("U0EVE")).contains(new Notification.BadgeDigest("C1", List.of(ada)));
        assertThat(new Notification.BadgeDigest("C1", List.of(ada)).without("U0ADA"))
                .isEmpty();
    }
}
