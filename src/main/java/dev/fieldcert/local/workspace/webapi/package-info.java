/** The Web API methods, their errors, and the faults that tests inject. */
package dev.fieldcert.local.workspace.webapi;
