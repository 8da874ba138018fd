/**
 * Verifies submitted credentials, and explains in plain words what is valid, what is not, and what only the issuer can
 * confirm. Never uses the network.
 */
package dev.fieldcert.badge.verification;
