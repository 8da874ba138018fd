/**
 * Verifies submitted credentials, and explains in plain words what holds, what does not, and what only the issuer can
 * confirm. Never uses the network.
 */
package dev.fieldcert.badge.verification;
