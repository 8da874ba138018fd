/**
 * Checks questions and lessons before a learner sees them. Reports errors that would break a check, and warnings based
 * on item-writing guidelines (Haladyna, Downing &amp; Rodriguez 2002).
 */
package dev.fieldcert.curriculum.lint;
