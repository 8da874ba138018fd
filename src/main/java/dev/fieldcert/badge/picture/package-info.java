/** A badge as a drawing, made from its definition: SVG first, PNG from it. */
package dev.fieldcert.badge.picture;
