/** What is asked of the lessons, without who asked: authors see what they leave open. */
package dev.fieldcert.search.asked;
