/**
 * Earned badges and their proof: awards as values, and in subpackages the picture, the credential, the certificate and
 * verification. Plain Java: no clock, no database, no network.
 */
package dev.fieldcert.badge;
