/** Questions about what was earned, so that it lasts. */
package dev.fieldcert.learner.retention;
