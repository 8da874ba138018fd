/** Enrolling in courses and paths, leaving them, and their due dates. */
package dev.fieldcert.learner.enrollment;
