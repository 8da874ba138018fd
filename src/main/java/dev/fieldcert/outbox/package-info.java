/** The outbox: messages stored together with the change that caused them, their delivery, retries and dead letters. */
package dev.fieldcert.outbox;
