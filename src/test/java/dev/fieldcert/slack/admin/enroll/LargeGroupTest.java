package dev.fieldcert.slack.admin.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.users.KnownPeople;
import dev.fieldcert.slack.users.KnownPeople.KnownPerson;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A group of five thousand people is enrolled. */
class LargeGroupTest {

    private static final int MEMBERS = 5000;

    private final KnownPeople known = mock(KnownPeople.class);
    private final SlackDirectory directory = mock(SlackDirectory.class);
    private final EnrollLearner enrollLearner = mock(EnrollLearner.class);
    private final EnrollMany enrollMany = new EnrollMany(
            new RecipientResolver(known, directory), enrollLearner, mock(Learners.class), mock(OutboxRelay.class));
    private final List<String> group = ids(MEMBERS);

    private static List<String> ids(int many) {
        return IntStream.range(0, many).mapToObj(i -> "U0MEMBER" + i).toList();
    }

    private static KnownPerson person(String id) {
        return new KnownPerson(id, id, Profile.UNKNOWN, false, false, "", Set.of());
    }

    private void theWorkspaceHas(List<String> ids) {
        doAnswer(call -> {
                    Predicate<KnownPerson> goOn = call.getArgument(1);
                    for (String id : ids) {
                        if (!goOn.test(person(id))) {
                            return null;
                        }
                    }
                    return null;
                })
                .when(known)
                .search(any(), any());
        when(enrollLearner.enroll(anyString(), any(), anyString(), anyString(), any()))
                .thenReturn(new Learners.Changed<>(
                        new EnrollLearner.Outcome.Enrolled("DevOps", List.of("applying-devops")),
                        null,
                        Optional.empty()));
    }

    private EnrollMany.Order order() {
        return new EnrollMany.Order(group, "applying-devops", null, "U0BOSS");
    }

    @Test
    void theyArePickedOutOfTheWorkspacesListAndNobodyIsAskedForOneByOne() {
        List<String> workspace = new ArrayList<>(ids(MEMBERS - 2));
        workspace.add("U0STRANGER");
        theWorkspaceHas(workspace);
        int[] steps = {0};

        Tally tally = enrollMany.enroll(order(), CallPolicy.NONE, () -> steps[0]++, () -> false);

        assertThat(tally.enrolled).hasSize(MEMBERS - 2);
        assertThat(tally.unknown).containsExactlyInAnyOrder("U0MEMBER4998", "U0MEMBER4999");
        assertThat(steps[0]).isEqualTo(MEMBERS - 2);
        verify(known, times(1)).search(any(), any());
        verify(directory, never()).person(anyString());
        var words = EnrollMessages.enrolled(tally, "Applying DevOps", null);
        assertThat(words.text()).hasSizeLessThan(1000).contains("Enrolled 4,998 people", "and 4,978 more");
    }

    @Test
    void cancelledInItsMiddleItLooksAtNobodyMore() {
        theWorkspaceHas(group);
        int[] steps = {0};

        Tally tally = enrollMany.enroll(order(), CallPolicy.NONE, () -> steps[0]++, () -> steps[0] == 1234);

        assertThat(tally.canceled).isTrue();
        assertThat(tally.enrolled).hasSize(1234);
        assertThat(tally.unknown).isEmpty();
    }
}
