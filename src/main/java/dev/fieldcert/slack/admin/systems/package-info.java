/** The other systems to which the bot reports events. */
package dev.fieldcert.slack.admin.systems;
