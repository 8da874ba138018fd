/** The printable certificate of a badge. */
package dev.fieldcert.badge.certificate;
