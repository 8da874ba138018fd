/** Contacts: the bot's unprompted messages, and what a learner can reply. */
package dev.fieldcert.slack.drip;
