/** What is stored as tables to take along: answers, attempts, learners, badges and the audit. */
package dev.fieldcert.export;
