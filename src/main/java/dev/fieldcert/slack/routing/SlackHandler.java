package dev.fieldcert.slack.routing;

/** One conversation people have with the bot: says which words, buttons and forms are its own. */
public interface SlackHandler {

    void register(Router router);
}
