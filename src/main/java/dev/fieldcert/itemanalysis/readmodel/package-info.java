/** Counts stored answers into one document an item, and reads it back. */
package dev.fieldcert.itemanalysis.readmodel;
