/** Everybody's progress, page by page or as a file. */
package dev.fieldcert.slack.admin.report;
