/** What is taught: its version, what the linter says, reading the files again, and a preview. */
package dev.fieldcert.slack.admin.program;
