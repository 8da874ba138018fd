/** What a workspace can be told when it starts, and how its time moves. */
package dev.fieldcert.local.workspace.settings;
