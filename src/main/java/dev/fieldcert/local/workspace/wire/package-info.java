/** JSON, HTTP bodies, and errors in Slack's format. */
package dev.fieldcert.local.workspace.wire;
