/** Who a learner is: Slack's profile, their manager and their cohort. */
package dev.fieldcert.learner.profile;
