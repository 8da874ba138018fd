package dev.fieldcert.slack;

import dev.fieldcert.slack.badge.BadgeDigestMessages;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.routing.Commands;
import dev.fieldcert.slack.routing.ErrorMessages;
import dev.fieldcert.slack.routing.HelpMessages;
import dev.fieldcert.slack.routing.Router;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Help, errors and the day's round-up. */
class SmallScreensTest {

    private static final List<Router.Subcommand> WORDS = List.of(
            new Router.Subcommand("next", "next", "continue where you left off", command -> {}),
            new Router.Subcommand("feedback", "feedback <text>", "tell us what you think", command -> {}));

    @Test
    void helpListsTheWords() {
        Golden.assertMatches("help/learner", HelpMessages.help(Commands.LEARNER, WORDS));
        Golden.assertMatches("help/admin", HelpMessages.help(Commands.ADMIN, WORDS));
        Golden.assertMatches("help/unknown", HelpMessages.unknown("<!channel> dance", Commands.LEARNER, WORDS));
        Golden.assertMatches("help/only-for-admins", HelpMessages.onlyForAdmins());
        Golden.assertMatches("help/file", HelpMessages.file());
    }

    @Test
    void errorsSayThatProgressIsSafe() {
        Golden.assertMatches("error/unexpected", ErrorMessages.unexpected("7f3a91c2"));
        Golden.assertMatches("error/not-ours", ErrorMessages.notOurs("7f3a91c2"));
        Golden.assertMatches("error/form-not-opened", ErrorMessages.formNotOpened("settings", ""));
        Golden.assertMatches("error/form-not-opened-typed", ErrorMessages.formNotOpened());
        Golden.assertMatches("error/form-not-filled", ErrorMessages.formNotFilled());
        Golden.assertMatches("error/permission-missing", ErrorMessages.permissionMissing("files:write"));
        Golden.assertMatches("error/app-without-scope", ErrorMessages.appRefused("missing_scope", "dnd:read"));
        Golden.assertMatches("error/app-without-token", ErrorMessages.appRefused("account_inactive", ""));
        Golden.assertMatches("error/app-without-messages", ErrorMessages.appRefused("messages_tab_disabled", ""));
        Golden.assertMatches("error/channel", ErrorMessages.channelOutOfReach("badges", "not_in_channel"));
        Golden.assertMatches(
                "error/feedback-channel", ErrorMessages.channelOutOfReach("feedback", "channel_not_found"));
    }

    @Test
    void theRoundUpNamesEachPersonOnce() {
        Golden.assertMatches(
                "round-up/badges",
                BadgeDigestMessages.badges(List.of(
                        new BadgeDigestMessages.Line("U1", "Planning"),
                        new BadgeDigestMessages.Line("U2", "Forecasting & Pipeline"),
                        new BadgeDigestMessages.Line("U1", "Forecasting & Pipeline"))));
    }
}
