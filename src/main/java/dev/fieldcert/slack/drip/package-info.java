/** The bot's own initiative: contacts, and what a learner may say to them. */
package dev.fieldcert.slack.drip;
