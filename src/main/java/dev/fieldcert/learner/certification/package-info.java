/** Awards, renews, and revokes badges and certificates. */
package dev.fieldcert.learner.certification;
