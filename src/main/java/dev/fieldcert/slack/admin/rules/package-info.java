/**
 * Rules that enroll people automatically when they join a channel, a group or the workspace, or appear in the roster.
 */
package dev.fieldcert.slack.admin.rules;
