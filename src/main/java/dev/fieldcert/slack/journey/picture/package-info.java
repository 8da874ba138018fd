/** Draws the journey as a picture, with an equivalent text. */
package dev.fieldcert.slack.journey.picture;
