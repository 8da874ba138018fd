/** Finds the handler of a subcommand, a block action, a view submission or a typed message. */
package dev.fieldcert.slack.routing;
