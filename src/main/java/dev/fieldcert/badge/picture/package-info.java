/** A badge's drawing, computed from its definition: SVG first, PNG from it. */
package dev.fieldcert.badge.picture;
