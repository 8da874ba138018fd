/**
 * Moodle's text format for questions, GIFT: read with line and column, written so that reading it again gives the same
 * questions. It can say single and multiple choice, true/false, matching, plain numbers and short answers.
 */
package dev.fieldcert.curriculum.gift;
