/** How the database is asked, by whomever: how safely it writes, how long anybody waits for it, and whether it answers. */
package dev.fieldcert.database;
