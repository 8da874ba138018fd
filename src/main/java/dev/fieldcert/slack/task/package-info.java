/** Practice tasks: the learner writes an answer and judges it. */
package dev.fieldcert.slack.task;
