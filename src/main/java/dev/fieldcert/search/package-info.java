/**
 * In-memory search for the cards that answer a question. It matches the lessons' text and the search phrases that
 * authors add.
 */
package dev.fieldcert.search;
