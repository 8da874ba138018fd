/**
 * FieldCert's own stand-in for Slack: a Web API that refuses what Slack refuses, signed deliveries to the bot, and a
 * page to be a person in. The bot cannot tell it from Slack; it listens on the loopback interface only.
 */
package dev.fieldcert.local.workspace;
