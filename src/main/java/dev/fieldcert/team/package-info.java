/** The manager's desk: questions over many learners, who stands in for whom, and what a week's digest says. */
package dev.fieldcert.team;
