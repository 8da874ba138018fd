/** What is told to other systems: stored with the event it is about, sent in batches, retried, and logged. */
package dev.fieldcert.delivery;
