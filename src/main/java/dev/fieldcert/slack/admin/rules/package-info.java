/** Rules that enroll people by themselves: whoever joins a channel, a group or the workspace, or stands in the roster. */
package dev.fieldcert.slack.admin.rules;
