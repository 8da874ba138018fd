package dev.fieldcert.slack.admin.enroll;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A yes that cannot be followed now is good for another time. */
class DryRunsTest {

    private final Plans plans = mock(Plans.class);
    private final LongWork longWork = mock(LongWork.class);
    private final SlackSender slack = mock(SlackSender.class);
    private final DryRuns dryRuns = new DryRuns(plans, longWork, slack);
    private final BlockAction yes =
            new BlockAction("U0BOSS", null, false, "enroll-do", "p1", Map.of(), "t1", null, null, null);

    @BeforeEach
    void aPlan() {
        when(plans.begin("p1", "U0BOSS"))
                .thenReturn(Optional.of(new Plans.Plan(
                        "p1",
                        "U0BOSS",
                        SomeCourse.NOW,
                        SomeCourse.NOW,
                        List.of(Plans.Step.enrollment("U0ADA", "plans", null)))));
    }

    private void says() {
        dryRuns.yes(yes, plan -> "Enrolling", (plan, progress) -> SlackMessage.note("Done."));
    }

    @Test
    void thereIsNoRoomForTheWork() {
        when(longWork.start(eq("U0BOSS"), any(), any())).thenReturn(false);

        says();

        verify(plans).giveBack("p1");
        verify(slack, never()).turn(any(), any());
    }

    @Test
    void slackDoesNotTakeTheMessageThatShowsTheProgress() {
        SlackFailure later = mock(SlackFailure.class);
        when(longWork.start(eq("U0BOSS"), any(), any())).thenThrow(later);

        assertThatThrownBy(this::says).isInstanceOf(SlackFailure.class);

        verify(plans).giveBack("p1");
    }
}
