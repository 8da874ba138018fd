/** The journey drawn as a picture, with words that say the same. */
package dev.fieldcert.slack.journey.picture;
