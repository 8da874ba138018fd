/** Everything that goes to the bot or comes from it outside the Web API: events, Socket Mode, response URLs. */
package dev.fieldcert.local.workspace.delivery;
