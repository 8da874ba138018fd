/** The web page in which one can be any of the people. */
package dev.fieldcert.local.workspace.page;
