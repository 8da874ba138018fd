/** One person's record: viewing and changing it, by command or with the form in Home. */
package dev.fieldcert.slack.admin.record;
