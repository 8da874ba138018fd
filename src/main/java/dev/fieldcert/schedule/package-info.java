/**
 * The jobs and their triggers. This is the only package that uses Quartz. Quartz only decides when to run; what is due
 * is stored in the database.
 */
package dev.fieldcert.schedule;
