/** Finding one's way: enrolling, where one stands, what is next, what was earned, and help. */
package dev.fieldcert.slack.journey;
