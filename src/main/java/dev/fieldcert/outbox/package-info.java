/** The one outbox: messages stored with the change that caused them, their delivery, their retries and their dead letters. */
package dev.fieldcert.outbox;
