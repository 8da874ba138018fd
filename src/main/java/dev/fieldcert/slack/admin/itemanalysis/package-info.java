/** What the answers say about the questions: lists, figures, pictures and a file. */
package dev.fieldcert.slack.admin.itemanalysis;
