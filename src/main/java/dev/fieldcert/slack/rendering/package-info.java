/** The one exhaustive renderer of notifications. */
package dev.fieldcert.slack.rendering;
