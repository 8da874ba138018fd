/** The manager's data: reports' progress, delegates, and the weekly digest. */
package dev.fieldcert.team;
