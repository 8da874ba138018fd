/** The settings of a workspace, and how its time moves. */
package dev.fieldcert.local.workspace.settings;
