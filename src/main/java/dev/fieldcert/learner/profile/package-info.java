/** A learner's profile from Slack, their manager and their cohort. */
package dev.fieldcert.learner.profile;
