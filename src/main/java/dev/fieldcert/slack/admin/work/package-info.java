/** Work that takes longer than a person waits: beside the conversation, with its progress and a button that stops it. */
package dev.fieldcert.slack.admin.work;
