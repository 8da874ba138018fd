/** App Home: a person's current state, redrawn after each change. */
package dev.fieldcert.slack.home;
