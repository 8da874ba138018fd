/** The one outbox: messages stored with the change that caused them, their delivery, retries and dead letters. */
package dev.fieldcert.outbox;
