/**
 * Open Badges 3.0 credentials: written, signed as JSON Web Token and as linked data, baked into pictures, with their
 * status.
 */
package dev.fieldcert.badge.credential;
