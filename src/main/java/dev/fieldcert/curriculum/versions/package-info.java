/** The current program, and the earlier versions that running attempts started with. */
package dev.fieldcert.curriculum.versions;
