package dev.fieldcert.slack.routing;

/** Registers a feature's subcommands, buttons and forms. */
public interface SlackHandler {

    void register(Router router);
}
