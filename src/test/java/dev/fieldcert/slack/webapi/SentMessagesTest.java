package dev.fieldcert.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.learner.Notification.MessageRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentMessagesTest {

    private final SlackCalls calls = mock(SlackCalls.class);
    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final SentMessages sent = new SentMessages(calls, clock);
    private final Instant created = clock.instant().minus(Duration.ofMinutes(3));

    private static ConversationsHistoryResponse page(String next, IntStream ids) {
        ConversationsHistoryResponse page = new ConversationsHistoryResponse();
        page.setOk(true);
        page.setMessages(ids.mapToObj(SentMessagesTest::message).toList());
        ResponseMetadata metadata = new ResponseMetadata();
        metadata.setNextCursor(next);
        page.setResponseMetadata(metadata);
        return page;
    }

    private static Message message(int id) {
        Message message = new Message();
        message.setTs(id + ".0");
        message.setMetadata(Message.Metadata.builder()
                .eventType(SentMessages.METADATA_TYPE)
                .eventPayload(Map.of("id", "m" + id))
                .build());
        return message;
    }

    private boolean arrived(int id, Instant after) {
        return sent.find("D1", "m" + id, created, after)
                .filter(new MessageRef("D1", id + ".0")::equals)
                .isPresent();
    }

    /** Slack's limit for apps that are distributed outside its marketplace: one request a minute, 15 messages. */
    @Test
    void sixteenMessagesAreAnsweredByOneReadingThatGoesOnWhereTheLimitStoppedIt() {
        when(calls.call(eq("conversations.history"), any()))
                .thenReturn(page("more", IntStream.rangeClosed(1, 15)))
                .thenThrow(SlackFailure.later("conversations.history", Duration.ofMinutes(1)))
                .thenReturn(page("", IntStream.of(16)));
        Instant doubt = clock.instant();

        assertThat(IntStream.rangeClosed(1, 15)).allMatch(id -> arrived(id, doubt));
        assertThatThrownBy(() -> arrived(16, doubt)).isInstanceOf(SlackFailure.class);
        clock.advance(Duration.ofMinutes(1));
        assertThat(arrived(16, doubt)).isTrue();
        assertThat(arrived(17, doubt)).isFalse();

        verify(calls, times(3)).call(eq("conversations.history"), any());
    }

    @Test
    void aMessageThatWasTriedSinceNeedsAnotherReading() {
        when(calls.call(eq("conversations.history"), any()))
                .thenReturn(page("", IntStream.empty()))
                .thenReturn(page("", IntStream.of(1)));
        assertThat(arrived(1, clock.instant())).isFalse();
        clock.advance(Duration.ofMinutes(1));

        assertThat(arrived(1, clock.instant())).isTrue();
        assertThat(arrived(2, clock.instant())).isFalse();

        verify(calls, times(2)).call(eq("conversations.history"), any());
    }

    @Test
    void aMessageOlderThanTheReadingNeedsAnotherOne() {
        when(calls.call(eq("conversations.history"), any())).thenReturn(page("", IntStream.empty()));
        assertThat(arrived(1, clock.instant())).isFalse();

        assertThat(sent.find("D1", "m2", created.minus(Duration.ofDays(1)), clock.instant()))
                .isEmpty();

        verify(calls, times(2)).call(eq("conversations.history"), any());
    }
}
