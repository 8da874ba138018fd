/** Who runs the programme and who writes it. */
package dev.fieldcert.slack.admin.roles;
