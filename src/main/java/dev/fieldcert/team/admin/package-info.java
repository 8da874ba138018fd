/** Reports over all learners, and roles. */
package dev.fieldcert.team.admin;
