/** One person's record: looking at it and changing it, the same by command and in the form of Home. */
package dev.fieldcert.slack.admin.record;
