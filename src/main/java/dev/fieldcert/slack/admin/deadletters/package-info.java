/** The messages that were given up: an admin looks at them, and retries or drops each. */
package dev.fieldcert.slack.admin.deadletters;
