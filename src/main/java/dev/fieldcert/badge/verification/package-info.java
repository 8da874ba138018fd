/**
 * Checks a credential that somebody hands in, and says in plain words what holds, what does not, and what cannot be known
 * without asking the issuer. Nothing is ever fetched.
 */
package dev.fieldcert.badge.verification;
