/** The other systems that are told what happens. */
package dev.fieldcert.slack.admin.systems;
