/** Counts stored answers into one document per item, wording and mode, and reads these documents. */
package dev.fieldcert.itemanalysis.readmodel;
