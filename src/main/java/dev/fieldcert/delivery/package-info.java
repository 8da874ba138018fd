/**
 * Sends events to other systems: messages are stored with the event that they are about, sent in batches, retried and
 * logged.
 */
package dev.fieldcert.delivery;
