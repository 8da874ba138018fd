/** A learner's Home: what is next, the journey, badges and settings. */
package dev.fieldcert.slack.journey.home;
