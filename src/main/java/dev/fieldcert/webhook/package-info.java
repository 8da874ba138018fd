/** Signed webhooks: badges, enrollments and finished courses, for receivers that the operator names. */
package dev.fieldcert.webhook;
