package dev.fieldcert.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.slack.api.methods.SlackApiException;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.local.workspace.webapi.Faults;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final LocalWorkspace workspace = fixture.workspace;
    private final PersonClient ada = workspace.person("ada");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tooManyCallsSayWhenToTryAgainAndThenItWorks() throws Exception {
        workspace.faults().next("chat.postMessage", 1, new Fault.RateLimited(Duration.ofSeconds(7)));
        var refused = catchThrowableOfType(SlackApiException.class, this::post);
        assertThat(refused.getResponse().code()).isEqualTo(429);
        assertThat(refused.getResponse().header("Retry-After")).isEqualTo("7");
        post();
        assertThat(ada.directMessages()).hasSize(1);
    }

    @Test
    void aCutConnectionLeavesTheMessageBehindAndTheCallerWithoutAnAnswer() {
        workspace.faults().next("chat.postMessage", 2, new Fault.DoneThenCut());
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(ada.directMessages()).isNotEmpty();
        assertThat(workspace.calls())
                .last()
                .matches(call -> call.error().orElse("").equals("cut"));
    }

    @Test
    void serverErrorsAndRefusalsDoNothing() throws Exception {
        workspace.faults().next("chat.postMessage", 1, new Fault.Status(503));
        assertThatThrownBy(this::post).isInstanceOf(SlackApiException.class);
        workspace.faults().next(Faults.EVERY_METHOD, 1, new Fault.Refusal("token_revoked"));
        assertThat(fixture.slack.usersInfo(r -> r.user(ada.id())).getError()).isEqualTo("token_revoked");
        assertThat(ada.directMessages()).isEmpty();
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        assertThat(strikes(42)).isEqualTo(strikes(42)).isNotEqualTo(strikes(43));
        assertThat(strikes(42).chars().filter(c -> c == 'x').count()).isBetween(20L, 80L);
    }

    @Test
    void whatStruckIsCountedByKind() {
        var faults =
                new Faults().next("chat.update", 2, new Fault.Status(500)).always("chat.postMessage", new Fault.Cut());
        for (int i = 0; i < 3; i++) {
            faults.strike("chat.update");
        }
        faults.strike("chat.postMessage");
        faults.clear();

        assertThat(faults.struck()).isEqualTo(java.util.Map.of(new Fault.Status(500), 2L, new Fault.Cut(), 1L));
    }

    private static String strikes(long seed) {
        var faults = new Faults().randomly("chat.update", 0.25, seed, new Fault.Cut());
        var pattern = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            pattern.append(faults.strike("chat.update").isPresent() ? 'x' : '.');
        }
        return pattern.toString();
    }

    private void post() throws IOException, SlackApiException {
        fixture.slack.chatPostMessage(r -> r.channel(ada.id()).text("hello"));
    }
}
