/**
 * The program as its owner wrote it: paths, courses, objectives, lessons, questions, assignments and badge
 * definitions, read from files and linted. Immutable, and independent of learners.
 */
package dev.fieldcert.curriculum;
