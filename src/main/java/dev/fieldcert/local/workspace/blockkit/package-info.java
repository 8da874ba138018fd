/**
 * Block Kit as Slack checks it: the blocks and elements, their limits, and the state of elements after people's
 * choices.
 */
package dev.fieldcert.local.workspace.blockkit;
