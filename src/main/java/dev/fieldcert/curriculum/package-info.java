/**
 * The program as its owner wrote it: paths, courses, objectives, lessons, questions, assignments and badge definitions,
 * read from files and linted. Immutable, and without any learner in it.
 */
package dev.fieldcert.curriculum;
