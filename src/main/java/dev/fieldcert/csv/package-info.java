/** CSV files that people open in a spreadsheet. */
package dev.fieldcert.csv;
