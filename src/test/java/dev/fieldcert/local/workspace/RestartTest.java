package dev.fieldcert.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.wire.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    Path data;

    private final MovableClock clock = new MovableClock();

    @Test
    void messagesHomesPeopleAndFilesAreThereAfterARestart() throws Exception {
        String channel;
        String file;
        try (var workspace = start()) {
            var ada = workspace.person("ada");
            channel = ada.directMessage();
            post(workspace, ada.id(), "before");
            file = Json.text(ada.keeps("plan.txt", "mine".getBytes(StandardCharsets.UTF_8)), "id");
        }
        try (var workspace = start()) {
            var ada = workspace.person("ada");
            assertThat(ada.directMessage()).isEqualTo(channel);
            assertThat(texts(ada)).containsExactly("before");
            post(workspace, ada.id(), "after");
            assertThat(texts(ada)).containsExactly("before", "after");
            assertThat(data.resolve("files").resolve(file)).hasContent("mine");
        }
    }

    @Test
    void aTornLastLineIsForgottenAndTheRestGoesOn() throws Exception {
        try (var workspace = start()) {
            post(workspace, workspace.person("ada").id(), "whole");
        }
        Files.writeString(data.resolve("workspace.jsonl"), "[\"MESSAGE\",\"D1/1.2\",{\"te", StandardOpenOption.APPEND);
        try (var workspace = start()) {
            post(workspace, workspace.person("ada").id(), "more");
        }
        try (var workspace = start()) {
            assertThat(texts(workspace.person("ada"))).containsExactly("whole", "more");
        }
    }

    @Test
    void timestampsStayUniqueAcrossARestartUnderAClockThatStandsStill() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (var workspace = start()) {
                post(workspace, workspace.person("ada").id(), "m" + i);
            }
        }
        try (var workspace = start()) {
            assertThat(texts(workspace.person("ada"))).containsExactly("m0", "m1", "m2");
        }
    }

    private LocalWorkspace start() {
        return LocalWorkspace.start(Settings.inMemory(clock)
                .withData(data)
                .withEchoOfOwnMessages(false)
                .withSecrets("xoxb-t", "xapp-t", "s"));
    }

    private static List<String> texts(PersonClient person) {
        return person.directMessages().stream().map(m -> Json.text(m, "text")).toList();
    }

    private static void post(LocalWorkspace workspace, String user, String text) throws Exception {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(workspace.apiUrl());
        var slack = Slack.getInstance(config);
        assertThat(slack.methods("xoxb-t")
                        .chatPostMessage(r -> r.channel(user).text(text))
                        .isOk())
                .isTrue();
        slack.close();
    }
}
