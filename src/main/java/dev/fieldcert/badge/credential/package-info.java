/**
 * An award as an Open Badges 3.0 credential: written, signed as a JSON Web Token and as linked data, baked into pictures,
 * and its status.
 */
package dev.fieldcert.badge.credential;
