package dev.fieldcert.slack.payload;

/**
 * A typed command: {@code /cert next}, or "next" in the DM with the bot.
 *
 * @param words the text after the recognized subcommand, unescaped
 * @param responseUrl the response URL of a slash command; null for a message in the DM
 * @param triggerId the trigger id of a slash command; null for a message in the DM
 */
public record TextCommand(String person, String channel, String words, String responseUrl, String triggerId) {

    public boolean inDm() {
        return responseUrl == null;
    }

    public TextCommand with(String words) {
        return new TextCommand(person, channel, words, responseUrl, triggerId);
    }
}
