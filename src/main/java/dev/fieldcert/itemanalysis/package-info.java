/**
 * Item analysis: what the answers to a question say about the question. Plain Java that works on anonymous {@link
 * dev.fieldcert.itemanalysis.Response}s; {@code readmodel} provides these and stores the results.
 */
package dev.fieldcert.itemanalysis;
