/** Renders every kind of notification. */
package dev.fieldcert.slack.rendering;
