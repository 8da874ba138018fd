/**
 * What was earned and how it is shown and proved: awards as values, and below this package the picture, the credential, the
 * printed certificate and the verification. Plain Java: no clock, no database, no network.
 */
package dev.fieldcert.badge;
