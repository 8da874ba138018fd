/**
 * Open Badges 3.0 credentials: creates them, signs them as JSON Web Tokens and as linked data, bakes them into
 * pictures, and lists their status.
 */
package dev.fieldcert.badge.credential;
