package dev.fieldcert.slack.inbound;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSettings;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Socket Mode, used if an app token is set: the bot connects to Slack and receives requests over a WebSocket. As over
 * HTTP, an envelope is acknowledged once its request is stored; Slack resends an envelope that is not acknowledged.
 */
@Component
class SocketModeConnection implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SocketModeConnection.class);
    private static final Gson GSON = new Gson();
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Slack slack;
    private final SlackSettings settings;
    private final SlackEvents events;
    private final SlackMetrics metrics;
    private ScheduledExecutorService connecting;
    private volatile SocketModeClient client;

    SocketModeConnection(Slack slack, SlackSettings settings, SlackEvents events, SlackMetrics metrics) {
        this.slack = slack;
        this.settings = settings;
        this.events = events;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        connecting = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "socket-mode");
            thread.setDaemon(true);
            return thread;
        });
        connecting.execute(() -> connect(1));
    }

    /** Connects; retries while Slack is unreachable, so that the bot can start without Slack. */
    private void connect(long waitSeconds) {
        try {
            SocketModeClient connected = slack.socketMode(settings.appToken(), SocketModeClient.Backend.JavaWebSocket);
            // Otherwise, the client would reconnect while it holds the closed connection's lock. If Slack announced the
            // close at the same time, the two would deadlock. The client's monitor reconnects within seconds anyway.
            connected.setAutoReconnectOnCloseEnabled(false);
            connected.addEventsApiEnvelopeListener(this::heard);
            connected.addInteractiveEnvelopeListener(this::heard);
            connected.addSlashCommandsEnvelopeListener(this::heard);
            connected.addWebSocketErrorListener(
                    error -> LOG.warn("Socket Mode connection trouble reason=\"{}\"", error.toString()));
            client = connected;
            connected.connect();
            LOG.info("Socket Mode connected");
        } catch (IOException | RuntimeException e) {
            long next = Math.min(LONGEST_WAIT_SECONDS, waitSeconds * 2);
            LOG.warn("Socket Mode not connected again-in={}s reason=\"{}\"", waitSeconds, e.toString());
            connecting.schedule(() -> connect(next), waitSeconds, TimeUnit.SECONDS);
        }
    }

    private void heard(SocketModeEnvelope envelope) {
        long started = System.nanoTime();
        SlackEvents.Acknowledgement acknowledgement;
        try {
            acknowledgement =
                    events.accept(IncomingRequest.socket(envelope.getPayload().toString()));
        } catch (IncomingRequest.Malformed malformed) {
            // Malformed envelopes are acknowledged, because a retry would not help.
            LOG.warn("Envelope refused reason=\"{}\"", malformed.getMessage());
            acknowledgement = SlackEvents.Acknowledgement.OK;
        }
        if (acknowledgement.status() != 200) {
            metrics.acknowledged("socket", acknowledgement.status(), started);
            return;
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("envelope_id", envelope.getEnvelopeId());
        if (acknowledgement.body() != null && acknowledgement.body().startsWith("{")) {
            answer.add("payload", GSON.fromJson(acknowledgement.body(), JsonObject.class));
        }
        client.sendSocketModeResponse(GSON.toJson(answer));
        metrics.acknowledged("socket", acknowledgement.status(), started);
    }

    @Override
    public void stop() {
        connecting.shutdownNow();
        SocketModeClient connected = client;
        client = null;
        if (connected != null) {
            try {
                connected.close();
            } catch (IOException e) {
                LOG.warn("Socket Mode not closed cleanly reason=\"{}\"", e.toString());
            }
        }
    }

    @Override
    public boolean isRunning() {
        return connecting != null && !connecting.isShutdown();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.socketMode();
    }
}
