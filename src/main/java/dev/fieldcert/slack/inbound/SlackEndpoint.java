package dev.fieldcert.slack.inbound;

import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSettings;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Receives Slack's HTTP requests, and verifies the raw body before parsing it. The sender may not be Slack, so a body
 * that arrives slowly does not occupy a thread, and has a deadline.
 */
@Component
class SlackEndpoint extends HttpServlet {

    static final String PATH = "/slack/events";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SlackEndpoint.class);

    /** The maximum size of a body in bytes; Slack's payloads are far smaller. */
    private static final int LARGEST = 1 << 20;

    private static final Duration TO_ARRIVE = Duration.ofSeconds(5);

    /**
     * The request attribute in which the web server stores a {@link Runnable} that discards the rest of a body; see
     * {@code web.VisitorShare}.
     */
    private static final String GIVE_UP = "dev.fieldcert.give-up";

    private final transient SignatureCheck signature;
    private final transient SlackEvents events;
    private final transient SlackMetrics metrics;
    private final AtomicBoolean verified = new AtomicBoolean();

    SlackEndpoint(SlackSettings settings, SlackEvents events, SlackMetrics metrics, Clock clock) {
        // In Socket Mode without a signing secret, nothing can be verified, so every HTTP request is refused.
        this.signature =
                settings.signingSecret().isBlank() ? null : new SignatureCheck(settings.signingSecret(), clock);
        this.events = events;
        this.metrics = metrics;
        if (!settings.socketMode()) {
            LOG.info(
                    "Slack is heard over HTTP at {}; its first request will tell whether the signing secret and this"
                            + " machine's clock are right",
                    PATH);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = new Exchange(request, response, System.nanoTime());
        int length = request.getContentLength();
        if (request.getContentLengthLong() > LARGEST) {
            exchange.giveUp(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (length >= 0 && request.getInputStream().available() >= length) {
            // Nearly always, the body arrives together with its headers.
            exchange.answer(request.getInputStream().readNBytes(length));
        } else {
            AsyncContext later = request.startAsync();
            later.setTimeout(TO_ARRIVE.toMillis());
            SlowBody body = new SlowBody(exchange, later);
            later.addListener(body);
            request.getInputStream().setReadListener(body);
        }
    }

    /** One request and its answer. */
    private final class Exchange {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final long startedNanos;

        Exchange(HttpServletRequest request, HttpServletResponse response, long startedNanos) {
            this.request = request;
            this.response = response;
            this.startedNanos = startedNanos;
        }

        void answer(byte[] body) throws IOException {
            receive(request, body, response);
            metrics.acknowledged("http", response.getStatus(), startedNanos);
        }

        void giveUp(int status) {
            if (request.getAttribute(GIVE_UP) instanceof Runnable dropTheRest) {
                dropTheRest.run();
            }
            response.setStatus(status);
            metrics.acknowledged("http", status, startedNanos);
        }
    }

    /**
     * Collects a body piece by piece as it arrives. Responds exactly once: to the complete body, a timeout, or an
     * error.
     */
    private static final class SlowBody implements ReadListener, AsyncListener {

        private final Exchange exchange;
        private final AsyncContext later;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final AtomicBoolean answered = new AtomicBoolean();

        SlowBody(Exchange exchange, AsyncContext later) {
            this.exchange = exchange;
            this.later = later;
        }

        @Override
        public void onDataAvailable() throws IOException {
            ServletInputStream input = exchange.request.getInputStream();
            byte[] piece = new byte[8192];
            while (!answered.get() && input.isReady() && !input.isFinished()) {
                int read = input.read(piece);
                body.write(piece, 0, Math.max(0, read));
                if (body.size() > LARGEST) {
                    end(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                }
            }
        }

        @Override
        public void onAllDataRead() throws IOException {
            if (answered.compareAndSet(false, true)) {
                try {
                    exchange.answer(body.toByteArray());
                } finally {
                    later.complete();
                }
            }
        }

        private void end(int status) {
            if (answered.compareAndSet(false, true)) {
                exchange.giveUp(status);
                later.complete();
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            end(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }

        @Override
        public void onError(Throwable failure) {
            end(HttpServletResponse.SC_BAD_REQUEST);
        }

        @Override
        public void onError(AsyncEvent event) {
            end(HttpServletResponse.SC_BAD_REQUEST);
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }

    private void receive(HttpServletRequest request, byte[] body, HttpServletResponse response) throws IOException {
        if (!isSlacks(request.getHeader("X-Slack-Request-Timestamp"), request.getHeader("X-Slack-Signature"), body)) {
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

    private boolean isSlacks(String timestamp, String signed, byte[] body) {
        SignatureCheck.Verdict verdict =
                signature == null ? SignatureCheck.Verdict.UNSIGNED : signature.check(timestamp, signed, body);
        switch (verdict) {
            case ACCEPTED -> {
                if (!verified.getAndSet(true)) {
                    LOG.info(
                            "First request of Slack's verified: the signing secret is right, and this machine's clock is"
                                    + " {} s off",
                            signature.ahead(timestamp).toSeconds());
                }
            }
            case UNSIGNED -> metrics.refused("unsigned");
            case OTHER_SECRET -> {
                metrics.refused("secret");
                LOG.warn("Requests refused: they are not signed with SLACK_SIGNING_SECRET. If Slack sent them, copy the"
                        + " secret anew from the app's Basic Information");
            }
            case OTHER_TIME -> {
                metrics.refused("clock");
                LOG.warn(
                        "Requests refused: they are signed rightly, and this machine's clock is {} minutes off. Set the"
                                + " clock, or ignore this if somebody sends old requests again",
                        signature.ahead(timestamp).toMinutes());
            }
        }
        return verdict == SignatureCheck.Verdict.ACCEPTED;
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
