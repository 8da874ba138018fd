/** What the workspace remembers: people, channels, messages, views, files. */
package dev.fieldcert.local.workspace.state;
