/** Sends events as xAPI statements to a Learning Record Store. */
package dev.fieldcert.xapi;
