/** JSON, HTTP bodies and errors as Slack writes them. */
package dev.fieldcert.local.workspace.wire;
