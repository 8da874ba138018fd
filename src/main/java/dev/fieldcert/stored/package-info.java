/** How data of all packages is stored: the form of documents, the codes of enums, and the schema version. */
package dev.fieldcert.stored;
