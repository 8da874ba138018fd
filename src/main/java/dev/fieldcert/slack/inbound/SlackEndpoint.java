package dev.fieldcert.slack.inbound;

import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSettings;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Receives Slack's HTTP requests: verifies the raw body before parsing it, and answers within a second. */
@Component
class SlackEndpoint extends HttpServlet {

    static final String PATH = "/slack/events";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SlackEndpoint.class);

    /** Slack's payloads are far smaller. */
    private static final int LARGEST = 1 << 20;

    private final transient SignatureCheck signature;
    private final transient SlackEvents events;
    private final transient SlackMetrics metrics;

    SlackEndpoint(SlackSettings settings, SlackEvents events, SlackMetrics metrics, Clock clock) {
        // In Socket Mode without a signing secret nothing can be verified, so everything is refused.
        this.signature =
                settings.signingSecret().isBlank() ? null : new SignatureCheck(settings.signingSecret(), clock);
        this.events = events;
        this.metrics = metrics;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long started = System.nanoTime();
        receive(request, response);
        metrics.acknowledged("http", response.getStatus(), started);
    }

    private void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (signature == null
                || !signature.accepts(
                        request.getHeader("X-Slack-Request-Timestamp"), request.getHeader("X-Slack-Signature"), body)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        IncomingRequest incoming;
        try {
            incoming = IncomingRequest.http(request.getContentType(), new String(body, StandardCharsets.UTF_8));
        } catch (IncomingRequest.Malformed malformed) {
            LOG.warn("Request refused reason=\"{}\"", malformed.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        write(events.accept(incoming), response);
    }

    private static void write(SlackEvents.Acknowledgement acknowledgement, HttpServletResponse response)
            throws IOException {
        response.setStatus(acknowledgement.status());
        if (acknowledgement.body() != null) {
            response.setContentType(acknowledgement.contentType());
            response.getOutputStream().write(acknowledgement.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
