package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.slack.api.Slack;
import com.slack.api.bolt.response.Response;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Commands;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.Workers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** A form whose answer is a bug of ours: nothing that was written in it may be lost over it. */
class BrokenFormTest {

    private static final String SUBMITTED = """
            {"type": "view_submission", "user": {"id": "U0ADA"},
             "view": {"id": "V1", "type": "modal", "callback_id": "some-form", "private_metadata": "",
                      "state": {"values": {}}}}""";

    private final SlackSender slack = mock(SlackSender.class);
    private final Workers workers = new Workers(1, 10);

    @AfterEach
    void close() {
        workers.close();
    }

    private Response answered(Function<ViewSubmission, SubmissionResponse> handler) throws Exception {
        SlackDispatch dispatch = new SlackDispatch(
                new SlackConfiguration().boltApp(Slack.getInstance()),
                mock(Commands.class),
                mock(People.class),
                slack,
                workers,
                new ErrorHandler(mock(SlackMetrics.class)),
                mock(UnusedLeases.class),
                List.of(router -> router.viewSubmission("some-form", handler)));
        IncomingRequest incoming = IncomingRequest.http(
                "application/x-www-form-urlencoded", "payload=" + URLEncoder.encode(SUBMITTED, StandardCharsets.UTF_8));
        return dispatch.run(new RequestContext(incoming.key(), Instant.EPOCH), dispatch.parse(incoming));
    }

    @Test
    void aBugIsToldOnTopOfTheFormWithoutAskingSlackForAnything() throws Exception {
        Response response = answered(form -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).contains("\"response_action\":\"push\"", "That didn’t work", "reference");
        verifyNoInteractions(slack);
    }

    @Test
    void anErrorIsToldLikeABug() throws Exception {
        Response response = answered(form -> {
            throw new StackOverflowError();
        });

        assertThat(response.getBody()).contains("\"response_action\":\"push\"", "That didn’t work", "reference");
    }

    @Test
    void aLackOfMemoryIsTriedAgainLikeTroubleOfTheDatabases() {
        assertThatThrownBy(() -> answered(form -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void troubleOfTheDatabasesIsNotAcknowledgedSoThatTheFormStays() {
        assertThatThrownBy(() -> answered(form -> {
                    throw new DataAccessResourceFailureException("away");
                }))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void aBugInWhatFollowsIsToldInTheDm() throws Exception {
        when(slack.dmWith("U0ADA")).thenReturn("D0ADA");

        Response response = answered(form -> SubmissionResponse.done(() -> {
            throw new IllegalStateException("a bug");
        }));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(workers.awaitIdle(Duration.ofSeconds(5))).isTrue();
        verify(slack).post(eq("D0ADA"), any(SlackMessage.class), isNull());
    }
}
