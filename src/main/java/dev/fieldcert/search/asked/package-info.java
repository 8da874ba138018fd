/** Which questions are asked, without who asked them, so that authors see which ones the lessons do not answer. */
package dev.fieldcert.search.asked;
