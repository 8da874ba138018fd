/** The program: showing its version and the linter's findings, reloading it, and previewing it. */
package dev.fieldcert.slack.admin.program;
