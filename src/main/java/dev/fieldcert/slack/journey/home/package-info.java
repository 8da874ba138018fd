/** The learner's tab of Home: the next step, the journey, badges, and settings. */
package dev.fieldcert.slack.journey.home;
