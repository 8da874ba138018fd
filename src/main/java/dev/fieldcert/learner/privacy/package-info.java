/** Export and erasure of a person's data. */
package dev.fieldcert.learner.privacy;
