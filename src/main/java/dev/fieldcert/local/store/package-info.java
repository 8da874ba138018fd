/**
 * The database of an installation without {@code MONGODB_URI}: a MongoDB server inside the process. It keeps every
 * acknowledged write, uses its indexes, and refuses what it would do differently from MongoDB.
 */
package dev.fieldcert.local.store;
