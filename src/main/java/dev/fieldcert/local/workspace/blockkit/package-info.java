/** Block Kit as Slack checks it: which blocks and elements there are, their limits, and the state that people give them. */
package dev.fieldcert.local.workspace.blockkit;
