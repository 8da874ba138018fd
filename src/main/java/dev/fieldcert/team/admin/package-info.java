/** What those who run the program need to know over many learners, and who they are. */
package dev.fieldcert.team.admin;
