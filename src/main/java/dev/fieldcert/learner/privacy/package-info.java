/** Everything about one person: read out, or erased. */
package dev.fieldcert.learner.privacy;
