/** What happens, as xAPI statements for a Learning Record Store. */
package dev.fieldcert.xapi;
