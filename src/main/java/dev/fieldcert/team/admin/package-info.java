/** Roles, and reports on all learners. */
package dev.fieldcert.team.admin;
