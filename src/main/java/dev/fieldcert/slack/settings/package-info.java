/** Contact preferences: settings, pauses and snoozes. */
package dev.fieldcert.slack.settings;
