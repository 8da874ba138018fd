package dev.fieldcert.slack;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Help, errors and the day's round-up. */
class SmallScreensTest {

    private static final List<Routes.Word> WORDS = List.of(
            new Routes.Word("next", "next", "go on, right where you stopped", said -> {}),
            new Routes.Word("feedback", "feedback <text>", "tell us what you think", said -> {}));

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
        Golden.assertMatches("error/channel", ErrorMessages.channelOutOfReach("badges", "not_in_channel"));
        Golden.assertMatches(
                "error/feedback-channel", ErrorMessages.channelOutOfReach("feedback", "channel_not_found"));
    }

    @Test
    void theRoundUpNamesEachPersonOnce() {
        Golden.assertMatches(
                "round-up/badges",
                RoundUpMessages.badges(List.of(
                        new RoundUpMessages.Line("U1", "Planning"),
                        new RoundUpMessages.Line("U2", "Forecasting & Pipeline"),
                        new RoundUpMessages.Line("U1", "Forecasting & Pipeline"))));
    }
}
