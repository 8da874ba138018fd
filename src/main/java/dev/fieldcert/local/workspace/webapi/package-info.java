/** The Web API methods, their errors, and the faults that tests can order. */
package dev.fieldcert.local.workspace.webapi;
