/**
 * Checks items and lessons before a learner sees them: errors that would break a check, and warnings from the
 * guidelines of item writing (Haladyna, Downing &amp; Rodriguez 2002).
 */
package dev.fieldcert.curriculum.lint;
