/** How all packages access the database: how safely it writes, how long they wait for it, and whether it answers. */
package dev.fieldcert.database;
