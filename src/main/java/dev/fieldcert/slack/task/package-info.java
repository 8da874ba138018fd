/** Practice tasks: something to write, that its writer judges. */
package dev.fieldcert.slack.task;
