/** Exports stored data as tables: answers, attempts, learners, badges and the audit log. */
package dev.fieldcert.export;
