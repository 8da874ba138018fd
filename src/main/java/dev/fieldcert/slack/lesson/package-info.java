/** Learning: a lesson's cards, and being ready for its questions. */
package dev.fieldcert.slack.lesson;
