/** Who learns what until when: enrolling, leaving, and due dates. */
package dev.fieldcert.learner.enrollment;
