/** Who runs the program and who writes it. */
package dev.fieldcert.slack.admin.roles;
