/** One person's Slack client: what they type, click and see. */
package dev.fieldcert.local.workspace.client;
