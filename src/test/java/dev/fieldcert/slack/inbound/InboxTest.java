package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.fieldcert.conversation.FieldCert;
import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

class InboxTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    @Test
    void whatAStopLeavesIsTakenUpInTheOrderItCame() {
        Inbox inbox = FIELD_CERT.bean(Inbox.class);
        List<Inbox.ClaimedRequest> kept = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kept.add(inbox.keep(new IncomingRequest("key" + i, IncomingRequest.Kind.WORK, "U0ADA", "body", false))
                    .orElseThrow());
            FIELD_CERT.clock().advance(Duration.ofMillis(3));
        }

        for (int left : new int[] {3, 0, 4, 1, 2}) {
            inbox.leave(kept.get(left), Duration.ZERO);
            FIELD_CERT.clock().advance(Duration.ofMillis(3));
        }

        for (int i = 0; i < 5; i++) {
            assertThat(inbox.claimLeftBehind().orElseThrow().key()).isEqualTo("key" + i);
        }
    }

    private static void arrives(Inbox inbox) {
        inbox.keep(new IncomingRequest("key", IncomingRequest.Kind.WORK, "U0ADA", "body", false));
    }

    private static Inbox.ClaimedRequest takenUp(Inbox inbox) {
        FIELD_CERT.clock().advance(Duration.ofMinutes(10));
        return inbox.claimLeftBehind().orElseThrow();
    }

    @Test
    void aTryIsCountedBeforeItIsMade() {
        Inbox inbox = FIELD_CERT.bean(Inbox.class);
        arrives(inbox);

        for (int repeated = 2; repeated < 9; repeated++) {
            assertThat(inbox.begin(takenUp(inbox))).hasValue(repeated);
        }
    }

    @Test
    void whatOnlyWaitedWasNotTried() {
        Inbox inbox = FIELD_CERT.bean(Inbox.class);
        arrives(inbox);

        for (int i = 0; i < 9; i++) {
            inbox.leave(takenUp(inbox), Duration.ZERO);
        }

        assertThat(inbox.begin(takenUp(inbox))).hasValue(2);
    }

    @Test
    void anErrorInTheWorkIsGivenUpAndToldLikeAnException() {
        Inbox inbox = FIELD_CERT.bean(Inbox.class);
        arrives(inbox);
        SlackDispatch dispatch = mock(SlackDispatch.class);
        SlackSender slack = mock(SlackSender.class);
        when(dispatch.parse(any())).thenThrow(new StackOverflowError());

        for (int i = 0; i < 9; i++) {
            workedOff(inbox, dispatch, slack);
        }

        verify(dispatch, times(5)).parse(any());
        verify(slack).post(any(), any(), any());
        assertThat(inbox.open()).isZero();
    }

    @Test
    void whatEndsTheProcessEachTimeIsGivenUp() {
        Inbox inbox = FIELD_CERT.bean(Inbox.class);
        arrives(inbox);
        for (int i = 0; i < 6; i++) {
            inbox.begin(takenUp(inbox));
        }
        SlackDispatch dispatch = mock(SlackDispatch.class);
        SlackSender slack = mock(SlackSender.class);

        workedOff(inbox, dispatch, slack);

        verify(dispatch, never()).parse(any());
        verify(slack).post(any(), any(), any());
    }

    /** What is left behind, as at the tick ten minutes later. */
    private static void workedOff(Inbox inbox, SlackDispatch dispatch, SlackSender slack) {
        FIELD_CERT.clock().advance(Duration.ofMinutes(10));
        try (Workers workers = new Workers(1, 10)) {
            SlackEvents events = new SlackEvents(
                    inbox,
                    workers,
                    dispatch,
                    slack,
                    mock(BusyNotice.class),
                    new ErrorHandler(mock(SlackMetrics.class)),
                    mock(UnusedLeases.class),
                    mock(SlackMetrics.class),
                    FIELD_CERT.clock());
            events.workOffLeftBehind();
            assertThat(workers.awaitIdle(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void anArrivalIsWrittenAsSpringDataReadsIt() {
        Instant now = Instant.parse("2026-11-09T08:00:00Z");
        Inbox.Entry entry = new Inbox.Entry("key", "U0ADA", "payload={}", true, now, now.plusSeconds(45), null, 1, 0);
        Document mapped = new Document();
        FIELD_CERT.bean(MongoTemplate.class).getConverter().write(entry, mapped);

        assertThat(entry.written()).isEqualTo(mapped);
    }
}
