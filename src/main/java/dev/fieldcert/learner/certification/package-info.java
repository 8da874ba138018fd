/** What earns a badge or a certificate, renews it, and takes it back. */
package dev.fieldcert.learner.certification;
