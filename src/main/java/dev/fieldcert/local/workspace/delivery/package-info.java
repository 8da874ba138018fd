/** All traffic with the bot outside the Web API: events, Socket Mode, response URLs. */
package dev.fieldcert.local.workspace.delivery;
