/**
 * FieldCert's stand-in for Slack: a Web API that refuses what Slack refuses, signed deliveries to the bot, and a page
 * on which to act as a person. It behaves like Slack toward the bot, and listens on the loopback interface only.
 */
package dev.fieldcert.local.workspace;
