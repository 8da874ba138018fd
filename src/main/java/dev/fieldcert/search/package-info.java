/** Finds the cards that answer a question, in memory, by the words of the lessons and of their authors. */
package dev.fieldcert.search;
