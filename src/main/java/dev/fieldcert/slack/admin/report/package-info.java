/** Who stands where, a page at a time or as a file. */
package dev.fieldcert.slack.admin.report;
