/** The program: its version, the linter's findings, reloading, and a preview. */
package dev.fieldcert.slack.admin.program;
