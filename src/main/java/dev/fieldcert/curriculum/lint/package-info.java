/**
 * What makes items and lessons good or bad, checked before a learner meets them: errors that would break a check,
 * warnings from the guidelines of item writing (Haladyna, Downing &amp; Rodriguez 2002).
 */
package dev.fieldcert.curriculum.lint;
