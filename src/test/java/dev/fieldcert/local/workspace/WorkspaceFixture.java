package dev.fieldcert.local.workspace;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dev.fieldcert.local.workspace.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A workspace, a bot that records, and the official client pointed at the workspace. */
final class WorkspaceFixture implements AutoCloseable {

    record Later(Duration delay, Runnable task) {}

    final MovableClock clock = new MovableClock();
    final RecordingBot bot = new RecordingBot();
    final List<Later> later = new ArrayList<>();
    final LocalWorkspace workspace;
    final MethodsClient slack;
    final Slack client;

    WorkspaceFixture() {
        this(settings -> settings);
    }

    WorkspaceFixture(UnaryOperator<Settings> with) {
        var settings = Settings.inMemory(clock)
                .withBotEvents(bot.url())
                .withAckBudget(Duration.ofSeconds(2))
                .withEchoOfOwnMessages(false)
                .withRetryTimer((delay, task) -> later.add(new Later(delay, task)));
        workspace = LocalWorkspace.start(with.apply(settings));
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(workspace.apiUrl());
        config.setPrettyResponseLoggingEnabled(false);
        client = Slack.getInstance(config);
        slack = client.methods(workspace.settings().botToken());
    }

    @Override
    public void close() {
        workspace.close();
        bot.close();
        try {
            client.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
