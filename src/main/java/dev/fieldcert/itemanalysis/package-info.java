/**
 * Item analysis: what the answers to a question say about the question. Plain Java over anonymous {@link
 * dev.fieldcert.itemanalysis.Response}s; where they come from, and where the results stand, is {@code readmodel}.
 */
package dev.fieldcert.itemanalysis;
