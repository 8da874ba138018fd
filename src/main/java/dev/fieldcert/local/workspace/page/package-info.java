/** The web page on which one can act as any of the people. */
package dev.fieldcert.local.workspace.page;
