/** Signed webhooks about badges, enrollments and passed courses, for the receivers that the operator configures. */
package dev.fieldcert.webhook;
