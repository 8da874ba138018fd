/** App Home: where a person stands, drawn anew after each change. */
package dev.fieldcert.slack.home;
