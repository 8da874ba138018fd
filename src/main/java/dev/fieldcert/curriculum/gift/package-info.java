/**
 * Reads and writes GIFT, Moodle's text format for questions. Reading reports problems by line and column; what is
 * written reads back as the same questions. GIFT can express single and multiple choice, true/false, matching, plain
 * numbers, and short answers.
 */
package dev.fieldcert.curriculum.gift;
