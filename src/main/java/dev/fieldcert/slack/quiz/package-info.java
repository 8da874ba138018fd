/** Being asked: questions, their marks, and how a run of them ends. */
package dev.fieldcert.slack.quiz;
