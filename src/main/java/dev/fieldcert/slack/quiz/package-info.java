/** Questions: asks them, grades the answers, and reports the result of an attempt. */
package dev.fieldcert.slack.quiz;
