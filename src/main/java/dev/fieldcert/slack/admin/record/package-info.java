/** One person's record: viewing and changing it, by command or in Home's form. */
package dev.fieldcert.slack.admin.record;
