/** Questions about what was earned, and what is remembered of it. */
package dev.fieldcert.slack.retention;
