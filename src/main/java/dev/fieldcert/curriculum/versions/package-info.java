/** The current program, and earlier versions for attempts that started with them. */
package dev.fieldcert.curriculum.versions;
