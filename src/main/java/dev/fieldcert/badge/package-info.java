/**
 * Earned badges and their proof. Awards are value objects in this package; the subpackages contain the picture, the
 * credential, the certificate, verification, and storage. Except for storage, this is plain Java without a clock,
 * database or network.
 */
package dev.fieldcert.badge;
