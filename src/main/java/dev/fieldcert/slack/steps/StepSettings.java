package dev.fieldcert.slack.steps;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether workflows may use the bot's steps.
 *
 * @param on if false, each step fails with a message that says so
 */
@ConfigurationProperties("fieldcert.workflow-steps")
record StepSettings(boolean on) {}
