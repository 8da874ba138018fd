/** A learner's journey as a drawing: from where they stand to SVG, with words that say the same. */
package dev.fieldcert.slack.home.picture;
