/** A badge on paper. */
package dev.fieldcert.badge.certificate;
