/**
 * The database of an installation without {@code MONGODB_URI}: a MongoDB server inside the process that keeps every
 * acknowledged write, uses its indexes, and refuses what it cannot do the way MongoDB does.
 */
package dev.fieldcert.local.store;
