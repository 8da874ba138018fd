package dev.fieldcert.slack.steps;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether workflows may use the steps.
 *
 * @param on off, each step ends with a sentence that says so
 */
@ConfigurationProperties("fieldcert.workflow-steps")
record StepSettings(boolean on) {}
