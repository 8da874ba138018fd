/** The workspace's state: people, channels, messages, views, files. */
package dev.fieldcert.local.workspace.state;
