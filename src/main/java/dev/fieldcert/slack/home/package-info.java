/** App Home: shows a person's current state, and is updated after each change. */
package dev.fieldcert.slack.home;
