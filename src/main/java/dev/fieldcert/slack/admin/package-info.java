/**
 * The admin's actions, one package per topic. This one holds what they share: authorization, parsing commands,
 * resolving people, and phrases.
 */
package dev.fieldcert.slack.admin;
