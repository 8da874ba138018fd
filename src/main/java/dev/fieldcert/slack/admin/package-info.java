/**
 * The admin's actions, one package per topic. This package holds what they share: authorization, parsing commands,
 * resolving people, and phrases.
 */
package dev.fieldcert.slack.admin;
