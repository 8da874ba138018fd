/** The program that is taught now, and earlier versions for the attempts that began with them. */
package dev.fieldcert.curriculum.versions;
