package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.local.workspace.DemoBot;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonTest {

    private final LocalWorkspace workspace = LocalWorkspace.start(Settings.inMemory(Clock.systemUTC()));
    private final DemoBot bot = new DemoBot(workspace);
    private final Person ada = Person.named("ada", workspace);

    @AfterEach
    void close() {
        bot.close();
        workspace.close();
    }

    @Test
    void aConversationReadsLikeOne() {
        workspace.channel("field-certification").invites(ada.client());
        ada.types("/cert help");
        assertThat(ada.sees()).startsWith("You can type `/cert start`");
        ada.types("next");
        assertThat(ada.sees()).contains("Why teams adopt DevOps", "DORA's four keys", "[Back] [Next] [I’m ready]");
        ada.clicks("I’m ready")
                .ticks("*Lead time* for changes", "Time to restore")
                .chooses("I am sure")
                .clicks("Answer");
        assertThat(ada.sees()).startsWith("*Right*");
        ada.goesTo(workspace.channel("field-certification"));
        assertThat(ada.sees()).contains("@ada earned the badge *Applying DevOps*");
    }

    @Test
    void aFormIsFilledInAndCorrected() {
        ada.types("next").clicks("Give feedback");
        assertThat(ada.seesInModal()).startsWith("Your feedback").contains("How useful was it, from 1 to 5?");
        ada.submits().seesFieldError("Please complete this required field.");
        ada.enters("What should we know?", "Too short").enters("How useful was it, from 1 to 5?", "9");
        ada.submits().seesFieldError("Must be at most 5.");
        ada.enters("How useful was it, from 1 to 5?", "5")
                .chooses("Topics", "Badges")
                .submits();
        ada.seesFieldError("Three words, please");
        ada.enters("What should we know?", "I liked the cards").submits();
        assertThat(ada.hasAFormOpen()).isFalse();
        assertThat(ada.sees()).isEqualTo("Thank you. We read every word.");
    }

    @Test
    void homeHasButtonsToo() {
        ada.opensHome();
        assertThat(ada.home()).contains("2 of 5 courses");
        assertThat(ada.clicks("Continue").warning()).isEmpty();
    }

    @Test
    void anOldButtonIsKeptAndClickedLater() {
        workspace.channel("field-certification");
        ada.types("next").clicks("I’m ready");
        var answer = ada.button("Answer");
        assertThat(answer.value()).isEqualTo("attempt-7");
        ada.clicks("Answer");
        assertThatThrownBy(() -> ada.button("Answer")).isInstanceOf(AssertionError.class);
        assertThat(ada.click(answer.tamperedWith("attempt-8")).warning()).isEmpty();
    }

    @Test
    void whatIsNotThereIsReportedWithWhatIs() {
        ada.types("next");
        assertThatThrownBy(() -> ada.clicks("Finish"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ada does not see a button \"Finish\"")
                .hasMessageContaining("[I’m ready]");
    }

    @Test
    void slacksWarningIsSeen() {
        assertThat(ada.types("/cert fail").warning()).contains("/cert failed with the error \"dispatch_failed\"");
    }
}
