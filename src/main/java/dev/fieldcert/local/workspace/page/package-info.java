/** The web page on which to act as any of the people. */
package dev.fieldcert.local.workspace.page;
