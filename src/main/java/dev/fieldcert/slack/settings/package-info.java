/** How a person wants to be contacted: settings, pauses, and putting one contact off. */
package dev.fieldcert.slack.settings;
