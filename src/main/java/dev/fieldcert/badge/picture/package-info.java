/** Draws a badge from its definition: first as SVG, then as PNG from the SVG. */
package dev.fieldcert.badge.picture;
